-- 遮盖稿已核对 of a confidential order: only then does it go to a unit. What was read before this column stands in the ledger
-- without it, so an order that still waits for its unit is read once more.
alter table work_order add column is_cover_read boolean;
