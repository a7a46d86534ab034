-- Tries to follow a case by its number; digests only.
create table case_attempt (
  id uuid primary key,
  kind text not null,
  subject text not null,
  address text not null,
  at timestamptz not null,
  has_failed boolean not null
);
create index case_attempt_subject on case_attempt (kind, subject, at desc) where has_failed;
create index case_attempt_address on case_attempt (kind, address, at desc) where has_failed;
