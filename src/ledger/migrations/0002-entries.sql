-- grant: append-only
create table ledger_entry (
  seq bigint primary key,
  id uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  person uuid not null,
  person_name text not null,
  noun text not null,
  action text not null,
  subject uuid not null,
  touched uuid[] not null,
  details jsonb not null,
  changes jsonb not null
) partition by range (seq);
create index ledger_entry_subject on ledger_entry (subject, seq);
create index ledger_entry_recorded on ledger_entry using brin (recorded_at);
create index ledger_entry_touched on ledger_entry using gin (touched) where cardinality(touched) > 1;
create table ledger_entry_000 partition of ledger_entry for values from (0) to (5000000);
create table ledger_entry_001 partition of ledger_entry for values from (5000000) to (10000000);
create table ledger_entry_002 partition of ledger_entry for values from (10000000) to (15000000);
create table ledger_entry_003 partition of ledger_entry for values from (15000000) to (20000000);

-- `key` is the fingerprint of the signing key. `leaves` holds the digest of every entry of the block, 32 bytes each:
-- the root alone proves that something was changed, the leaves say which entry it was.
create table ledger_block (
  height bigint primary key,
  first_seq bigint not null,
  last_seq bigint not null,
  root text not null,
  previous text not null,
  hash text not null,
  signature text not null,
  key text not null,
  sealed_at timestamptz not null,
  leaves bytea not null
);
