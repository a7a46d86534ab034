-- Handed over and not on record whether in time: looked for at every start, and empty after the first.
create index case_file_uncounted_delivery on case_file (id)
  where is_delivered_in_time is null and issue_due_at is not null and completed_at is not null;
