-- 不予受理 (行政许可法 32): on which of its grounds, and to which body the applicant was sent.
alter table case_file
  add column declined_ground text,
  add column competent_body text;
