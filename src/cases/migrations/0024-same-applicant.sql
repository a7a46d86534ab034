-- 已持有: whose document number a case has, found by its keyed hash.
create index case_file_applicant_document on case_file ((applicant_id ->> 'hash'));
create index case_file_credit_code on case_file (credit_code) where credit_code is not null;
