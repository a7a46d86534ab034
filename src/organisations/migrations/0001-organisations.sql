-- Administrative divisions 行政区划: the number is the official code; a change of code is a new division.
create table region (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  kind text not null,
  level text not null,
  parent text references region (number),
  established_on date,
  abolished_on date,
  successor text references region (number),
  former_names jsonb not null
);
create index region_parent on region (parent);

create table organisation (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  credit_code text,
  region text not null references region (number),
  parent uuid references organisation (id),
  remit jsonb not null,
  phone text,
  established_on date,
  ended_on date,
  successor uuid references organisation (id),
  former_names jsonb not null
);
-- Two of one name under one roof would be confused on every form; sections of different bureaus share names.
create unique index organisation_name on organisation (region, coalesce(parent, '00000000-0000-0000-0000-000000000000'), name) where state = 'active';
create unique index organisation_credit_code on organisation (credit_code) where state = 'active';
create index organisation_parent on organisation (parent);

create table site (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  kind text not null,
  organisation uuid not null references organisation (id),
  region text not null references region (number),
  address text,
  phone text,
  opening_hours text,
  area_square_metres integer,
  opened_on date,
  closed_on date,
  closed_because text
);
create unique index site_name on site (region, name) where state <> 'closed';
create index site_organisation on site (organisation);

create table service_window (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  label text not null,
  name text not null,
  site uuid not null references site (id),
  organisation uuid not null references organisation (id),
  region text not null references region (number),
  is_undifferentiated boolean not null,
  paused_because text
);
create unique index service_window_label on service_window (site, label) where state <> 'closed';
create index service_window_organisation on service_window (organisation);
