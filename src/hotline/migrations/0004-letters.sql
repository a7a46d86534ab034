-- 查询码 of an anonymous letter: a keyed digest, so that a copy of the database follows nobody's letter.
create table letter_code (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null unique references work_order (id),
  code text not null
);

-- Technical (no business fact in it; ARCHITECTURE.md lists it), written only by this module: who tried what how often,
-- as keyed digests, for a day.
create table letter_attempt (
  id uuid primary key,
  kind text not null,
  subject text not null,
  address text not null,
  at timestamptz not null,
  has_failed boolean not null
);
create index letter_attempt_subject on letter_attempt (kind, subject, at);
create index letter_attempt_address on letter_attempt (kind, address, at);

-- The public list, newest first.
create index work_order_published on work_order (published_at desc, id desc) where published_at is not null;
