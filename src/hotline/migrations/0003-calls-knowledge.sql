-- 来电: each ring at the hotline, answered or not.
create table phone_call (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  line text not null,
  phone jsonb,
  arrived_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  seconds_to_answer integer,
  is_answered boolean,
  is_within15 boolean,
  agent uuid,
  recording text,
  order_id uuid,
  reference text unique,
  is_recorded boolean
);
create index phone_call_caller on phone_call ((phone ->> 'hash'), id desc) where phone is not null;
create index phone_call_arrived on phone_call (arrived_at);
create index phone_call_under_way on phone_call (id desc) where state in ('ringing', 'talking');
create index work_order_call on work_order (call) where call is not null;

-- 知识条目: what may be said to callers, on what basis, until when.
create table knowledge_entry (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  title text not null,
  question text not null,
  question_salt text not null,
  answer text not null,
  answer_salt text not null,
  basis text not null,
  owner uuid not null,
  topic text,
  items jsonb not null,
  valid_until date,
  confirm_every_days integer not null,
  written_at timestamptz not null,
  published_at timestamptz,
  confirmed_on date,
  next_confirm_on date,
  edition integer not null,
  amended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text
);
create index knowledge_entry_owner on knowledge_entry (owner, id desc);
create index knowledge_entry_to_confirm on knowledge_entry (next_confirm_on) where state = 'published';
create index knowledge_entry_to_expire on knowledge_entry (valid_until)
  where valid_until is not null and state in ('published', 'to-confirm');
create index work_order_knowledge on work_order (knowledge) where knowledge is not null;

-- 知识缺口: what was looked for and not found.
create table knowledge_gap (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  words text not null,
  spoken text not null,
  topic text,
  note text,
  note_salt text,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  times integer not null,
  joined_to uuid,
  owner uuid,
  due_on date,
  entry uuid,
  closed_at timestamptz,
  dismissed_because text
);
create index knowledge_gap_open on knowledge_gap (spoken) where state = 'open';
create index knowledge_gap_owner on knowledge_gap (owner, id desc) where owner is not null;

-- Search by two-character tokens made in the program. No business fact: rebuilt from the rows at any time.
create table work_order_search (
  id uuid primary key,
  digest text not null,
  letter tsvector not null,
  reply tsvector
);
create index work_order_search_letter on work_order_search using gin (letter);
create index work_order_search_reply on work_order_search using gin (reply) where reply is not null;

create table knowledge_search (
  id uuid primary key,
  digest text not null,
  words tsvector not null
);
create index knowledge_search_words on knowledge_search using gin (words);
