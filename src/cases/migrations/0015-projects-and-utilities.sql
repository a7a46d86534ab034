-- 工程建设项目: what cases, surveys and coordination meetings hang on. Its number is the project code.
create table project (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  site text not null,
  place text not null,
  department uuid not null,
  investor text not null,
  credit_code text,
  contact_name jsonb,
  phone jsonb,
  stage text not null,
  finished jsonb not null,
  case_count integer not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  completed_at timestamptz,
  stopped_at timestamptz,
  stopped_because text,
  stopped_because_salt text
);
create index project_place on project (place, id desc);
create index project_department on project (department, id desc);
alter table case_file add column project_stage text;

-- 协调会: what was agreed about a project, and who sees to it until when.
create table coordination_meeting (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  project_id uuid not null references project (id),
  project_code text not null,
  project_name text not null,
  department uuid not null,
  place text not null,
  held_on date not null,
  subject text not null,
  departments jsonb not null,
  decision text not null,
  decision_salt text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  settled_at timestamptz
);
create index coordination_meeting_project on coordination_meeting (project_id);
create index coordination_meeting_department on coordination_meeting (department, state, id desc);
create index coordination_meeting_place on coordination_meeting (place, id desc);
create table meeting_follow_up (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  meeting_id uuid not null references coordination_meeting (id),
  project_id uuid not null references project (id),
  project_code text not null,
  project_name text not null,
  department uuid not null,
  place text not null,
  task text not null,
  due_on date not null,
  lengthened integer,
  because text,
  because_salt text,
  ended_at timestamptz,
  ended_by uuid,
  is_in_time boolean
);
create index meeting_follow_up_meeting on meeting_follow_up (meeting_id);
create index meeting_follow_up_project on meeting_follow_up (project_id);
create index meeting_follow_up_department on meeting_follow_up (department, state, due_on);
create index meeting_follow_up_place on meeting_follow_up (place, id desc);

-- 公用报装: what one firm does for one application; guarded by its case.
create table utility_connection (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item_name text not null,
  place text not null,
  department uuid not null,
  service text not null,
  firm uuid not null,
  wish text,
  wish_salt text,
  asked_at timestamptz not null,
  asked_by uuid not null,
  answer text,
  answer_salt text,
  answered_at timestamptz,
  answered_by uuid,
  clock jsonb not null,
  due_at timestamptz,
  due_because jsonb,
  waiting_since timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  is_promise_kept boolean,
  working_days_used integer
);
create index utility_connection_case on utility_connection (case_id);
create index utility_connection_firm on utility_connection (firm, state, due_at);
create index utility_connection_place on utility_connection (place, id desc);
create index utility_connection_department on utility_connection (department, id desc);
alter table case_file add column open_connections integer;
