-- 四级四同: what was decided about one field in which an item differs from the catalogue above, and between which texts.
create table item_difference (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  item uuid not null references item (id),
  above uuid not null references item (id),
  place text not null,
  field text not null,
  own_text text,
  above_text text,
  reason text not null,
  decided_on date not null,
  decided_by text not null
);
create index item_difference_item on item_difference (item);

-- 法规依据变动: a law that no longer says what items cite it for.
create table legal_basis_notice (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  title text not null,
  article text,
  kind text not null,
  happened_on date not null,
  replaced_by text,
  document text not null,
  noticed_on date not null,
  settled_on date,
  note text
);

-- 依据核对: one for each item that cites what changed.
create table basis_check (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  notice uuid not null references legal_basis_notice (id),
  item uuid not null references item (id),
  place text not null,
  organisation uuid,
  cited text not null,
  opened_on date not null,
  closed_on date,
  note text
);
create index basis_check_notice on basis_check (notice);
create unique index basis_check_open on basis_check (item, notice) where state = 'open';
