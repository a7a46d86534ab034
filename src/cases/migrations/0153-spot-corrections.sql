-- 当场更正 (行政许可法 32): faults of the papers put right before the clerk, with day and words; no notice is needed for them.
alter table case_file add column spot_corrections text;
alter table case_file add column spot_corrections_salt text;
