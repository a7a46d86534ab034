-- 中止、终止: asked for by one person, agreed to by another; what was agreed to stays with the case.
alter table case_file add column asked_halt jsonb;
alter table case_file add column halt jsonb;
alter table case_file add column suspended_until date;
-- 中止 stops the promise alone, so the lights look at suspended cases too.
drop index case_file_running;
drop index case_file_nearer;
create index case_file_running on case_file (department, place, legal_due_at, promised_due_at)
  where state in ('accepted', 'suspended');
create index case_file_nearer on case_file ((least(legal_due_at, promised_due_at)))
  where state in ('accepted', 'suspended');
-- 告知期限 and 送达期限 have lights of their own.
create index case_file_telling on case_file (department, place, tell_by_at)
  where state in ('applied', 'received') and tell_by_at is not null;
create index case_file_handing on case_file (department, place, issue_due_at)
  where state in ('granted', 'refused', 'issued') and issue_due_at is not null;
-- 送达: in time or not (行政许可法 44).
alter table case_file add column is_delivered_in_time boolean;
