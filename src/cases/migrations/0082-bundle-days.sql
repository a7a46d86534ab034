-- 一件事: what it really took, beside what it promised.
alter table bundle add column days_took integer;
