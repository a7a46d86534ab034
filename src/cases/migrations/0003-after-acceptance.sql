-- 容缺: how the applicant was reminded, and the one time that the term was made longer.
alter table case_file
  add column chases jsonb,
  add column outstanding_lengthened_at timestamptz,
  add column outstanding_because text,
  add column outstanding_because_salt text,
-- 告知承诺: what the check found, and until when it is to be put right.
  add column promise_finding text,
  add column promise_finding_salt text,
  add column put_right_by date,
  add column put_right_at timestamptz,
-- 撤销: why, and on what the law says.
  add column revoked_because text,
  add column revoked_because_salt text,
  add column revoked_basis text;
create index case_file_outstanding on case_file (outstanding_due_at) where is_supplied = false;
create index case_file_check_due on case_file (check_due_on) where is_promise_true is null and check_due_on is not null;
create index case_file_put_right on case_file (put_right_by) where put_right_at is null and put_right_by is not null;

-- 决定更正: proposed by one, made by another.
create table decision_correction (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  reason text not null,
  reason_salt text not null,
  result_number text,
  valid_until date,
  decision_text text,
  decision_text_salt text,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  settled_at timestamptz,
  settled_by uuid
);
create index decision_correction_case on decision_correction (case_id);
create index decision_correction_department on decision_correction (department, state, id desc);
create index decision_correction_place on decision_correction (place, id desc);

-- 利害关系人异议: who is touched by a case and says so.
create table case_objection (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  objector jsonb not null,
  phone jsonb,
  interest text not null,
  interest_salt text not null,
  statement text not null,
  statement_salt text not null,
  raised_at timestamptz not null,
  answer text,
  answer_salt text,
  answered_at timestamptz,
  answered_by uuid
);
create index case_objection_case on case_objection (case_id);
create index case_objection_department on case_objection (department, state, id desc);
create index case_objection_place on case_objection (place, id desc);
