-- 窗口受理清单: of which type a window is and what it takes.
create table window_list (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  service_window uuid not null references service_window (id),
  region text not null,
  organisation uuid not null references organisation (id),
  kind text not null,
  town_window text,
  departments jsonb not null,
  items jsonb not null,
  starts_on date not null,
  ended_on date
);
create unique index window_list_one on window_list (service_window) where state = 'in-use';

-- 赋权清单: what towns and villages may handle themselves, from when and by which document.
create table delegation (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  item uuid not null references item (id),
  code text not null,
  name text not null,
  place text not null,
  level text not null,
  places jsonb not null,
  starts_on date not null,
  ends_on date,
  lapses_on date,
  document text not null,
  withdrawn_because text
);
create index delegation_item on delegation (item);
