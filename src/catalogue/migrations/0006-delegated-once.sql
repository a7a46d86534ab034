-- 赋权事项 of several towns are one item: from when and until when it counts, on the first of its rows alone.
alter table delegation
  add column basic_code text,
  add column counts_from date,
  add column counts_until date;
