-- What still waits for a call back from the draw, and exclusions asked for: short lists of a large table.
create index work_order_drawn on work_order (id desc) where is_sampled and called_back_at is null;
create index work_order_exclusion_asked on work_order (id desc) where exclusion = 'asked';
-- What was closed lately and not yet called back.
create index work_order_closed on work_order (closed_at) where state = 'closed' and called_back_at is null;
