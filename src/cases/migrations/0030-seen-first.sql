-- 审批分支: whether the item sends its department to look at the place; null for branches planned before this was kept.
alter table case_branch add column is_seen_first boolean;
