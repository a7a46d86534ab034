-- 承诺核查: who looked at the promise does not alone revoke what was granted on it.
alter table case_file add column promise_checked_by uuid;
