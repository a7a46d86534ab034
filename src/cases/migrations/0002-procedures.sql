-- 特别程序 (行政许可法 45): time that no clock of a case counts; guarded by its case.
create table special_procedure (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  kind text not null,
  name text,
  reason text not null,
  reason_salt text,
  notice_number text not null,
  estimated_days integer not null,
  started_at timestamptz not null,
  started_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  result text,
  result_salt text
);
create index special_procedure_case on special_procedure (case_id);
create index special_procedure_department on special_procedure (department, state, id desc);
create index special_procedure_place on special_procedure (place, id desc);

-- 延期告知书: the number of the letter in which the applicant was told why (行政许可法 42).
alter table case_file add column extension_notice text;
