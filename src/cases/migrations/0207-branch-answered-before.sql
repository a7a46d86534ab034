-- 此前答复人: who gave an opinion on a branch before it was asked again has examined the case, and presides over no hearing of it.
alter table case_branch add column answered_before jsonb;
