-- 容缺: a term that is over with papers outstanding is a word broken, whatever becomes of the case.
create index case_file_owing on case_file (outstanding_due_at)
  where breach is null and outstanding_due_at is not null;
