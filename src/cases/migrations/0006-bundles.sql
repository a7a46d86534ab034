-- 一件事一次办: what is published as one thing, and the applications for it.
create table theme (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  place text not null,
  about text,
  items jsonb not null,
  feeds jsonb not null,
  same_questions jsonb not null,
  is_joint boolean not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text
);
create index theme_place on theme (place, id desc);

create table bundle (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  theme uuid not null references theme (id),
  theme_name text not null,
  place text not null,
  level text not null,
  channel text not null,
  window_type text,
  window_id uuid,
  is_on_behalf boolean,
  agent_name jsonb,
  mandate uuid,
  applicant_kind text not null,
  applicant uuid,
  applicant_name jsonb not null,
  applicant_id jsonb,
  credit_code text,
  phone jsonb,
  answers jsonb,
  parts jsonb not null,
  papers jsonb not null,
  is_joint boolean not null,
  is_together boolean not null,
  legal_limit jsonb not null,
  promised_limit jsonb not null,
  applied_at timestamptz not null,
  cases integer not null,
  open_cases integer not null,
  ungranted integer not null,
  is_on_time boolean,
  completed_at timestamptz,
  withdrawn_because text,
  withdrawn_because_salt text,
  copies_alone integer not null,
  copies_together integer not null,
  copies_saved integer not null,
  trips_alone integer not null,
  trips_together integer not null,
  trips_saved integer not null,
  days_alone integer,
  days_together integer,
  days_saved integer
);
create index bundle_place on bundle (place, id desc);
create index bundle_theme on bundle (theme, id desc);
create index bundle_open on bundle (id) where state in ('open', 'withdrawing');

alter table case_file
  add column is_joint boolean,
  add column waits_for jsonb,
  add column awaits_others boolean;
create index case_file_bundle on case_file (bundle) where bundle is not null;
