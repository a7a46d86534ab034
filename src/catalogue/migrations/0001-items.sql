-- 政务服务事项: one row per implementing code; what it said at each time lies beside it and is never changed.
create table item (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  place text not null,
  type text not null,
  level text,
  basic_code text,
  body text not null,
  body_code text,
  kind text,
  is_on_application boolean not null,
  is_online boolean,
  visits integer,
  legal_days integer,
  promised_days integer,
  day_unit text,
  is_complete boolean not null,
  faults integer not null,
  doubts integer not null,
  edition integer not null,
  edition_id uuid not null,
  recorded_on date not null,
  published_at timestamptz,
  ended_at timestamptz,
  elements jsonb not null
);
create index item_place on item (place, id desc);
create index item_basic_code on item (basic_code) where basic_code is not null;

-- 事项版本: a case keeps the edition it began with.
create table item_edition (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  item uuid not null references item (id),
  edition integer not null,
  starts_on date not null,
  ends_on date,
  reason text,
  elements jsonb not null,
  unique (item, edition)
);
