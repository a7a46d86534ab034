-- Scoring forms, and one self-evaluation per organisation and year. What is entered by key lives in jsonb:
-- an action patches its own key, the engine writes the row.
create table framework (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  region text not null,
  year integer not null,
  edition integer not null,
  source text not null,
  rows jsonb not null,
  groups jsonb not null,
  copied_from uuid references framework (id),
  changes jsonb not null,
  published_at timestamptz
);
create index framework_region_year on framework (region, year);

create table evaluation (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  organisation uuid not null,
  organisation_name text not null,
  region text not null,
  year integer not null,
  framework uuid not null references framework (id),
  units jsonb not null,
  figures jsonb not null,
  restatements jsonb not null,
  goals jsonb not null,
  narrative jsonb not null,
  sheet jsonb not null,
  confirmed jsonb not null,
  settings jsonb not null,
  answers jsonb not null,
  evaluators jsonb not null,
  writers jsonb not null,
  sign_offs jsonb not null,
  review jsonb,
  frozen jsonb,
  claimed_grade text,
  claimed_total text,
  stated_on date,
  began_at timestamptz not null,
  submitted_at timestamptz,
  published_at timestamptz,
  major_findings integer,
  constraint evaluation_once unique (organisation, year)
);
create index evaluation_region_year on evaluation (region, year);
