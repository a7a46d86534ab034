-- 提取码: by which a counter opens a draft; and drafts that a clerk filled in for somebody without an account.
alter table case_draft
  add column code text,
  add column clerk uuid,
  add column applicant_kind text,
  add column applicant_name jsonb,
  add column applicant_id jsonb,
  add column credit_code text;
create unique index case_draft_code on case_draft (code) where code is not null;
