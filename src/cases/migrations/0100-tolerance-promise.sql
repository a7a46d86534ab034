-- 容缺受理承诺书 of an application on line: what its applicant signed, when, by whose hand.
alter table case_file add column tolerance_promise jsonb;
