-- 来件编号: A11, a11 and Ａ11 of one place are one envelope. Rows from before get their key by an action of the system, so that
-- the ledger has it.
alter table handover add column source_key text;
create unique index handover_source_key on handover (from_place, source_key) where source_key is not null;
create index handover_without_key on handover (id) where source_key is null and source_number is not null;
