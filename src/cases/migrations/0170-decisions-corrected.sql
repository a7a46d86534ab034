-- 更正前: what a correction of a decision changed, so that a decision printed again says what it said.
alter table decision_correction
  add column keeps_before boolean,
  add column number_before text,
  add column valid_until_before date,
  add column text_before text,
  add column text_before_salt text;
alter table case_file add column decision_corrected_at timestamptz;
