-- The ledger: one entry per action, appended in the same statement as the change it tells of.
-- `seq` comes from ledger_head, taken last in that statement, so every snapshot shows a gapless prefix.
create table ledger_head (
  id integer primary key,
  n bigint not null
);
insert into ledger_head (id, n) values (1, 0);

-- Technical tables of the action engine (no business fact in them; ARCHITECTURE.md lists them).
create table idempotency_key (
  key text primary key,
  digest text not null,
  answer text not null,
  at timestamptz not null
);
create index idempotency_key_at on idempotency_key (at);

create table public_number (
  series text primary key,
  n bigint not null
);

-- One wrapped key per personal value; deleting it makes the value unreadable everywhere, the chain stays whole.
create table personal_key (
  id uuid primary key,
  owner uuid not null,
  wrapped text not null
);
create index personal_key_owner on personal_key (owner);

-- Long texts of entries, erasable; the entry keeps their salted digests.
create table ledger_prose (
  entry uuid not null,
  field text not null,
  salt text not null,
  text text not null,
  primary key (entry, field)
);

create table ledger_rollup (
  measure text not null,
  version integer not null,
  day date not null,
  place text not null,
  n bigint not null,
  primary key (measure, version, day, place)
);
-- How far each reader of the ledger has come: the sealer, the rollup of each measure, each reaction.
create table ledger_mark (
  reader text primary key,
  seq bigint not null,
  at timestamptz
);
