-- 不得再次申请 (行政许可法 78, 79): who may not apply for an item again until when, and by which decision.
create table application_bar (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  case_id uuid not null references case_file (id),
  case_number text not null,
  item uuid not null references item (id),
  item_name text not null,
  basic_code text,
  department uuid not null,
  place text not null,
  name jsonb,
  identity jsonb,
  credit_code text,
  ground text not null,
  decided_on date not null,
  last_day date not null,
  asked_annul jsonb,
  annulled_at timestamptz,
  annulled_by uuid,
  annulled_because text,
  annulled_because_salt text
);
create index application_bar_identity on application_bar ((identity ->> 'hash')) where identity is not null;
create index application_bar_credit_code on application_bar (credit_code) where credit_code is not null;
create index application_bar_ending on application_bar (last_day) where state = 'barred';
alter table case_file
  add column bad_faith text,
  add column barred_until date;
