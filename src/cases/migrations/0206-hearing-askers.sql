-- 利害关系人的听证申请: every one of them is kept, for the one hearing that is held for all.
alter table hearing add column askers jsonb;
