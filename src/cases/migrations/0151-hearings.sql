-- 听证 (行政许可法 47、48): the right is told, asked for or waived; day and place are told; minutes; guarded by its case.
create table hearing (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  applicant uuid,
  ground text not null,
  reason text not null,
  reason_salt text,
  notice_number text not null,
  interested jsonb,
  told_at timestamptz not null,
  told_by uuid not null,
  ask_days integer not null,
  ask_by date not null,
  parties jsonb not null,
  asked_at timestamptz,
  asker jsonb,
  asker_phone jsonb,
  procedure uuid,
  held_at timestamptz,
  site text,
  site_salt text,
  presider uuid,
  presider_name text,
  day_notice text,
  day_told_at timestamptz,
  minutes uuid,
  finding text,
  finding_salt text,
  over_at timestamptz,
  is_in_time boolean
);
create index hearing_case on hearing (case_id);
create index hearing_department on hearing (department, state, id desc);
create index hearing_place on hearing (place, id desc);
create index hearing_told on hearing (id) where state = 'told';

-- 组织听证期限: twenty working days from the request, with a light of its own; what the notices say of it.
alter table case_file add column hearing jsonb;
alter table case_file add column hearing_clock jsonb;
alter table case_file add column hearing_due_at timestamptz;
create index case_file_hearing on case_file (department, place, hearing_due_at)
  where state in ('accepted', 'suspended') and hearing_due_at is not null;
create index case_file_to_hear on case_file (id) where hearing_clock is not null;
