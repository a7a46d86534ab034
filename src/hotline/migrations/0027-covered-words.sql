-- 原文 of a confidential order: the order itself holds the covered words. Null where nothing had to be covered.
alter table protected_caller add column title text;
alter table protected_caller add column title_salt text;
alter table protected_caller add column text text;
alter table protected_caller add column text_salt text;
