-- 模拟年度: which records of this tenant the program made itself.
create table simulated_year (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  year integer not null,
  module text not null,
  scenario text not null,
  scale integer not null,
  seed integer not null,
  began_at timestamptz not null,
  remarks jsonb not null,
  totals jsonb,
  planted jsonb,
  unique (year, module)
);
