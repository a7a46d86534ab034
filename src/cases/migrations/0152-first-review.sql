-- 下级初审 (行政许可法 43): a branch of its own kind, before all others; whether any branch was answered in its days.
alter table case_branch add column is_first_review boolean;
alter table case_branch add column is_in_time boolean;
