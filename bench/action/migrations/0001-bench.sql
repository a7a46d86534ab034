create table bench_order (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  region text not null, topic text not null, title text not null, text text not null, text_salt text not null,
  handler uuid, registered_at timestamptz not null, dispatched_at timestamptz, due_at timestamptz, due_because jsonb,
  reply text, reply_salt text, closed_at timestamptz
);
create index bench_order_open on bench_order (handler, state) where state <> 'closed';
create table bench_rating (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  order_id uuid not null, score text not null, at timestamptz not null
);
create index bench_rating_order on bench_rating (order_id);

-- The reference keeps the same order, a line of history per step (as any bare server would) and the rating.
create table plain_order (
  id uuid primary key, version integer not null, number bigint generated always as identity, state text not null,
  region text not null, topic text not null, title text not null, text text not null,
  handler uuid, registered_at timestamptz not null, dispatched_at timestamptz, due_at timestamptz, due_because jsonb,
  reply text, closed_at timestamptz
);
create index plain_order_open on plain_order (handler, state) where state <> 'closed';
create table plain_history (
  id bigint generated always as identity primary key,
  order_id uuid not null references plain_order (id),
  at timestamptz not null, person uuid not null, step text not null, details jsonb not null
);
create index plain_history_order on plain_history (order_id);
create table plain_rating (
  id uuid primary key, order_id uuid not null references plain_order (id), score text not null, at timestamptz not null
);
create index plain_rating_order on plain_rating (order_id);
