-- Notices that arrange days 放假安排, and the days each of them arranges. Rows are never altered, only ended and replaced:
-- `recorded_at` and `ended_at` say what the program knew at any moment.
create table calendar_notice (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  title text not null,
  document_number text,
  published_on date,
  year integer,
  change text,
  source text not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_because text
);
create unique index calendar_notice_year on calendar_notice (year) where state = 'in-force';

create table calendar_day (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  notice_id uuid not null references calendar_notice (id),
  falls_on date not null,
  kind text not null,
  name text not null,
  source text not null,
  because text,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_because text
);
create unique index calendar_day_in_force on calendar_day (notice_id, falls_on) where state = 'in-force';
create index calendar_day_falls_on on calendar_day (falls_on);

-- Deadlines moved because the calendar changed 截止日期变动: from, to and why.
create table moved_deadline (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  subject_noun text not null,
  subject uuid not null,
  subject_number text not null,
  was_at timestamptz,
  was_on date,
  is_at timestamptz,
  is_on date,
  why text not null,
  entry bigint not null,
  moved_at timestamptz not null
);
create index moved_deadline_entry on moved_deadline (entry, id);
create index moved_deadline_subject on moved_deadline (subject);
