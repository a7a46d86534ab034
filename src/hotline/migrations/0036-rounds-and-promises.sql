-- When the present unit was given the order: how long it may return it, and whose contact counts, begins there.
alter table work_order add column handed_at timestamptz;
-- The day a writer was told; who has ever answered; since when what had been merged stands for itself again.
alter table work_order add column answer_promised_on date, add column replied_by jsonb, add column resumed_at timestamptz;
-- What was merged into an order, to be taken up again when that is withdrawn.
create index work_order_merged on work_order (merged_into) where state = 'merged';
