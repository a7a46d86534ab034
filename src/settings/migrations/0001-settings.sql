-- Settings 设置: a row for each decision; what nobody decided has the value its module declares.
-- `sequence` numbers the decisions on one setting: two at one moment cannot both be the third.
create table setting (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  sequence integer not null,
  value jsonb not null,
  basis text not null,
  effective_on date not null,
  decided_at timestamptz not null,
  decided_by text not null,
  unique (name, sequence)
);
