-- What an item's own words and other records say of it; null where nobody has said or settled it.
alter table item
  add column is_own boolean,
  add column organisation uuid,
  add column is_in_hall boolean,
  add column agrees boolean,
  add column is_entered boolean,
  add column is_authorised boolean,
  add column basis_alarms integer;
create index item_organisation on item (organisation) where organisation is not null;

-- 行政审批股: the one section of a department that approves.
create table approval_section (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  organisation uuid not null references organisation (id),
  name text not null,
  chief text,
  is_at_hall boolean not null,
  document text,
  established_on date not null,
  abolished_on date
);
create unique index approval_section_one on approval_section (organisation) where state = 'active';

-- 授权书: dated, never changed; it ends on its last day or by being revoked.
create table authority_letter (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  section uuid not null references approval_section (id),
  organisation uuid not null references organisation (id),
  chief text not null,
  covers_all boolean not null,
  items jsonb not null,
  document text not null,
  starts_on date not null,
  ends_on date,
  revoked_on date,
  revoked_because text
);
create index authority_letter_section on authority_letter (section);
create index authority_letter_organisation on authority_letter (organisation);

-- 行政审批专用章: where it is and since when; no picture of it is kept.
create table approval_seal (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  organisation uuid not null references organisation (id),
  name text not null,
  items jsonb not null,
  engraved_on date not null,
  in_use_from date,
  returned_on date,
  returned_because text
);
create unique index approval_seal_name on approval_seal (organisation, name) where state <> 'returned';
