-- 绿色通道: asked for by one person, approved by another; what was approved before stays on record.
alter table case_file add column asked_green jsonb;
alter table case_file add column green_before jsonb;
