-- 此前意见: what a branch said stays on it when it is asked again.
alter table case_branch add column said_before text;
alter table case_branch add column said_before_salt text;
