-- 告知承诺书 of an application on line: when and by whose hand its applicant signed it.
alter table case_file add column commitment_signed jsonb;
