-- 待答复异议: shown with its case; what a decision asks is the objections themselves.
alter table case_file add column open_objections integer;
create index case_objection_open on case_objection (case_id) where state = 'registered';
