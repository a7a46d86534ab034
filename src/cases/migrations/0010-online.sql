-- 申请草稿: an application before it is sent.
create table case_draft (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  item uuid not null,
  item_code text not null,
  item_name text not null,
  place text not null,
  applicant uuid,
  principal uuid,
  mandate uuid,
  phone jsonb,
  matter text,
  answers jsonb not null,
  is_committed boolean not null,
  files jsonb not null,
  expires_on date not null,
  case_file uuid
);
create index case_draft_applicant on case_draft (applicant, id desc);
create index case_draft_open on case_draft (expires_on) where state = 'open';
-- 基本编码: whose result an applicant holds is not asked for again.
alter table case_file add column basic_code text;
create index case_file_applicant on case_file (applicant, id desc) where applicant is not null;
