-- 分支时限: a branch stands still with the clock of its case that its days belong to. Those asked before have none of their
-- own; theirs is made with the next change of their case, and when they are answered.
alter table case_branch add column clock jsonb;
