-- 裁定先例: who handles a topic at a place, as ruled.
create table precedent (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  topic text not null,
  place text not null,
  handler uuid not null,
  reason text not null,
  ruled_at timestamptz not null,
  order_id uuid not null references work_order (id),
  order_number text not null
);
create index precedent_topic on precedent (topic, place);

-- 督办: notices served on a unit.
create table supervision (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null references work_order (id),
  order_number text not null,
  place text not null,
  unit uuid not null,
  level integer not null,
  title text not null,
  paper text not null,
  copy_to text not null,
  text text not null,
  text_salt text not null,
  is_by_clock boolean,
  issued_at timestamptz not null,
  due_at timestamptz,
  answer text,
  answer_salt text,
  answered_at timestamptz
);
create index supervision_order on supervision (order_id);
create index supervision_unit on supervision (unit, id desc);

-- 转达: questions to a caller whom the unit may not know.
create table relay (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null references work_order (id),
  order_number text not null,
  place text not null,
  unit uuid not null,
  question text not null,
  question_salt text not null,
  asked_at timestamptz not null,
  answer text,
  answer_salt text,
  answered_at timestamptz
);
create index relay_order on relay (order_id);
create index relay_unit on relay (unit, id desc);

-- 答复承诺: dates given in replies.
create table promise (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null references work_order (id),
  order_number text not null,
  place text not null,
  unit uuid not null,
  text text not null,
  promised_at timestamptz not null,
  first_on date not null,
  promised_on date not null,
  postponements integer,
  postponed_because text,
  fulfilled_at timestamptz,
  evidence text,
  broken_at timestamptz
);
create index promise_order on promise (order_id);
create index promise_unit on promise (unit, id desc);
create index promise_open on promise (promised_on) where state in ('open', 'broken');

-- What a new order is compared with: the same matter at the same place, lately closed.
create index work_order_matter on work_order (place, topic, closed_at) where outcome in ('handled', 'direct');

-- 重复来电: how far the ledger has been looked through. Technical; written by that loop alone.
create table came_back_mark (
  id integer primary key,
  seq bigint not null
);
