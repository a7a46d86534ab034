-- Reports of other departments as the finance office receives them, and the letters that ask about them.
create table received_report (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  region text not null,
  organisation uuid,
  organisation_name text not null,
  year integer not null,
  title text not null,
  file_name text not null,
  file text not null,
  audit jsonb not null,
  earlier jsonb not null,
  major_findings integer not null,
  claimed text,
  recomputed text,
  received_at timestamptz not null,
  due_on date not null,
  opinion text,
  rescored jsonb,
  budget_result text,
  budget_note text,
  closed_at timestamptz,
  constraint received_report_once unique (region, year, organisation_name)
);
create index received_report_open on received_report (region, year, due_on) where state <> 'closed';

create table query_letter (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  report uuid not null references received_report (id),
  region text not null,
  organisation uuid,
  organisation_name text not null,
  findings jsonb not null,
  text text not null,
  sent_at timestamptz not null,
  due_on date not null,
  days integer not null,
  due_because jsonb not null,
  answer text,
  answered_at timestamptz,
  verdict text
);
create index query_letter_report on query_letter (report);
create index query_letter_organisation on query_letter (organisation) where state = 'sent';
