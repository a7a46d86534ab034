-- 撤回申请书 that was signed out of our sight: when it was taken up, by whom, and which file it is.
alter table case_file add column wish_signed jsonb;
