-- Citizens and firms 申请人: one row each, found again by a keyed hash, never by the number itself.
create table applicant (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  kind text not null,
  name jsonb,
  identity_kind text,
  identity jsonb,
  phone jsonb,
  firm_name text,
  credit_code text,
  representative jsonb,
  verified_by text not null,
  verified_at timestamptz,
  level text not null,
  because text
);
create unique index applicant_identity on applicant (identity_kind, (identity ->> 'hash')) where state = 'registered';
create unique index applicant_credit_code on applicant (credit_code) where state = 'registered';
create index applicant_identity_hash on applicant ((identity ->> 'hash'));
create index applicant_phone on applicant ((phone ->> 'hash'));

-- Breaches of trust 失信: each recorded with its source, standing until it is repaired.
create table breach (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  applicant uuid not null references applicant (id),
  occurred_on date not null,
  reason text not null,
  reason_salt text not null,
  source text not null,
  repaired_on date,
  ended_because text
);
create index breach_applicant on breach (applicant) where state = 'unrepaired';

-- Mandates 委托: who empowers whom, for which items and acts, from when until when.
create table mandate (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  principal uuid not null references applicant (id),
  agent uuid references applicant (id),
  agent_name jsonb,
  agent_identity jsonb,
  helper uuid references account (id),
  extent text not null,
  items jsonb not null,
  acts jsonb not null,
  starts_on date not null,
  ends_on date not null,
  scan uuid references attachment (id),
  given_by text not null,
  ended_at timestamptz,
  because text
);
create index mandate_principal on mandate (principal, state);
create index mandate_agent on mandate (agent, state);
create index mandate_helper on mandate (helper, state);
create index mandate_unbound on mandate ((agent_identity ->> 'hash')) where agent is null;
create index mandate_ends on mandate (ends_on) where state = 'in-force';

-- Technical tables (no business fact in them; ARCHITECTURE.md lists them), written only by this module.
-- Only digests: a copy of the database opens no session and ends no sign-in.
create table applicant_session (
  digest text primary key,
  applicant uuid not null references applicant (id),
  level text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null
);
create index applicant_session_applicant on applicant_session (applicant);
create index applicant_session_created on applicant_session (created_at);

create table applicant_sign_in (
  digest text primary key,
  leads_to text not null,
  begun_at timestamptz not null
);
create index applicant_sign_in_begun on applicant_sign_in (begun_at);
