-- 诉求主题: a taxonomy of up to three levels, editable.
create table hotline_topic (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text not null,
  topic_path text not null unique,
  level integer not null,
  national_code text,
  city_code text
);

-- 工单: one row from the first word to the year's figures.
create table work_order (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  channel text not null,
  type text not null,
  topic text not null,
  place text not null,
  title text not null,
  text text,
  text_salt text,
  caller_name jsonb,
  caller_phone jsonb,
  address jsonb,
  is_anonymous boolean,
  is_confidential boolean,
  is_urgent boolean,
  registered_at timestamptz not null,
  call uuid,
  handler uuid,
  dispatched_at timestamptz,
  signed_at timestamptz,
  clock jsonb,
  due_at timestamptz,
  due_because jsonb,
  asked_extension jsonb,
  counted_due_at timestamptz,
  is_due_later_year boolean,
  return_reason text,
  precedent uuid,
  contacts jsonb,
  is_contacted boolean,
  reply text,
  reply_salt text,
  replied_at timestamptz,
  approved_at timestamptz,
  closed_at timestamptz,
  outcome text,
  is_on_time boolean,
  redirected_to text,
  merged_into uuid,
  knowledge uuid,
  returns integer,
  transfers integer,
  extensions integer,
  urgings integer,
  reworks integer,
  reopenings integer,
  supervision integer,
  supervised_at timestamptz,
  is_sampled boolean,
  called_back_at timestamptz,
  call_back_result text,
  is_solved boolean,
  rating text,
  rated_at timestamptz,
  exclusion text,
  exclusion_ground text,
  exclusion_evidence text,
  exclusion_asked_by uuid,
  case_standing text,
  put_forward_at timestamptz,
  selected_at timestamptz,
  came_back_to uuid,
  came_back_handler uuid,
  city_number text,
  is_from_city boolean,
  city_due_at timestamptz,
  submitted_at timestamptz,
  city_result text,
  city_called_back_at timestamptz,
  is_publishable boolean,
  published_at timestamptz,
  public_title text,
  public_text text,
  public_text_salt text,
  public_reply text,
  public_reply_salt text,
  is_recorded boolean,
  source_system text,
  source_id text,
  stated_outcome text
);
-- A unit's inbox and a town's list, newest first.
create index work_order_handler on work_order (handler, id desc);
create index work_order_place on work_order (place, id desc);
-- What is open, by its deadline: the boards, the lights, overdue now.
create index work_order_open on work_order (due_at) where closed_at is null and due_at is not null;
create index work_order_waiting on work_order (id desc) where state in ('registered', 'returned');
-- Who calls: history, and whether a matter came back.
create index work_order_caller on work_order ((caller_phone ->> 'hash'), id desc) where caller_phone is not null;
-- A second reading of one source changes nothing; one city number is one order.
create unique index work_order_source on work_order (source_system, source_id) where source_id is not null;
create unique index work_order_city on work_order (city_number) where city_number is not null;

-- 保密诉求人: apart from the order, so that no answer of the order can give it away.
create table protected_caller (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null references work_order (id),
  place text not null,
  name jsonb,
  phone jsonb,
  address jsonb
);
create index protected_caller_order on protected_caller (order_id);
create index protected_caller_phone on protected_caller ((phone ->> 'hash')) where phone is not null;

create table assistance (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  order_id uuid not null references work_order (id),
  order_number text not null,
  unit uuid not null,
  lead uuid not null,
  title text not null,
  request text,
  request_salt text,
  asked_at timestamptz not null,
  answer text,
  answer_salt text,
  answered_at timestamptz
);
create index assistance_order on assistance (order_id);
create index assistance_unit on assistance (unit, id desc);
