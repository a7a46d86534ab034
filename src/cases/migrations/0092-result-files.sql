-- 结果文书扫描件: the attachment that the applicant may keep.
alter table case_file add column result_file uuid;
