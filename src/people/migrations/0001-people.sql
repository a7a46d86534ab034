create table account (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  phone jsonb,
  organisation uuid references organisation (id),
  password text,
  password_set_at timestamptz,
  former_passwords text,
  grants jsonb not null,
  link text,
  link_ends_at timestamptz,
  is_demo boolean not null,
  because text
);
create index account_phone on account ((phone ->> 'hash'));
create unique index account_link on account (link);
create index account_organisation on account (organisation);

create table token (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  account uuid references account (id),
  digest text not null unique,
  roles jsonb not null,
  scope text not null,
  expires_at timestamptz not null
);
create index token_account on token (account);

-- Technical tables (no business fact in them; ARCHITECTURE.md lists them), written only by this module.
-- Only digests: a copy of the database opens no session.
create table session (
  digest text primary key,
  account uuid not null references account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_account on session (account);

-- The name is kept as a keyed hash: people type passwords into the wrong field.
create table sign_in_attempt (
  id uuid primary key,
  name_hash text not null,
  address text not null,
  at timestamptz not null,
  outcome text not null
);
create index sign_in_attempt_name on sign_in_attempt (name_hash, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);
