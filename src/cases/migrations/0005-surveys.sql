-- 现场勘查: one trip to one place, for one case or several; guarded by the case it was asked for.
create table survey (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  cases jsonb not null,
  project uuid,
  bundle uuid,
  site text not null,
  reason text not null,
  reason_salt text,
  asked_at timestamptz not null,
  asked_by uuid not null,
  visit_at timestamptz,
  meeting_point text,
  told_at timestamptz,
  told_how text,
  is_stopping boolean,
  reschedules integer,
  held_at timestamptz,
  is_joint boolean,
  rounds integer,
  conclusion text,
  conclusion_salt text,
  put_right_by date,
  finished_at timestamptz,
  finished_by uuid,
  days_given_back integer,
  cancelled_because text,
  cancelled_because_salt text
);
create index survey_case on survey (case_id);
create index survey_department on survey (department, state, id desc);
create index survey_place on survey (place, id desc);
create index survey_coming on survey (visit_at) where state = 'scheduled';

-- 勘查单位: what one department goes to see, and what it found.
create table survey_unit (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  survey_id uuid not null references survey (id),
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  department uuid not null,
  place text not null,
  site text not null,
  visit_at timestamptz,
  conditions jsonb not null,
  results jsonb,
  attendees jsonb,
  photos jsonb,
  finding text,
  finding_salt text,
  visited_at timestamptz,
  recorded_at timestamptz,
  recorded_by uuid,
  left_because text,
  left_because_salt text
);
create index survey_unit_survey on survey_unit (survey_id);
create index survey_unit_case on survey_unit (case_id);
create index survey_unit_department on survey_unit (department, state, visit_at);
create index survey_unit_place on survey_unit (place, id desc);
-- A photograph that stands in two surveys is found by its hash.
create index survey_unit_photos on survey_unit using gin (photos jsonb_path_ops) where photos is not null;

-- 勘查结论: a case whose last survey failed is not granted.
alter table case_file add column is_survey_passed boolean;
-- Cases of one project or one thing are read together.
create index case_file_of_project on case_file (project) where project is not null;
create index case_file_of_bundle on case_file (bundle) where bundle is not null;
