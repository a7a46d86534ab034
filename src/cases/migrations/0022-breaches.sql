-- 失信: the record that was made of a word broken in this case.
alter table case_file add column breach uuid;
create index case_file_broken on case_file (id)
  where breach is null and (outcome in ('not-supplied', 'false-promise') or is_promise_true = false);
