create table test_permit (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  limit_days integer not null, accepted_at timestamptz not null, due_at timestamptz, due_because jsonb not null,
  holder text not null
);
create table test_letter (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  permit_id uuid not null references test_permit (id), sent_at timestamptz not null, due_on date
);
