-- 行政许可法 32: the five days of the one notice run from the day an administrative counter of ours had the papers in hand.
alter table handover add column tell_days integer;
alter table handover add column tell_by_at timestamptz;
create index handover_untaken on handover (tell_by_at) where state in ('sent', 'received') and case_id is null;
