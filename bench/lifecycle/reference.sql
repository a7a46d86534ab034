-- The reference of `lifecycle`: an order and its history as a bare server would keep them.
create table plain_order (
  id uuid primary key, version integer not null, number bigint generated always as identity unique, state text not null,
  channel text not null, type text not null, topic text not null, place text not null, title text not null,
  text text not null, caller_name text, caller_phone text,
  handler uuid, registered_at timestamptz not null, dispatched_at timestamptz, due_at timestamptz,
  reply text, contacted jsonb, replied_at timestamptz, closed_at timestamptz
);
create index plain_order_handler on plain_order (handler, id desc);
create index plain_order_place on plain_order (place, id desc);
create index plain_order_open on plain_order (due_at) where closed_at is null and due_at is not null;
-- The dispatcher's queue.
create index plain_order_waiting on plain_order (id desc) where state = 'registered';
create table plain_history (
  id bigint generated always as identity primary key,
  order_id uuid not null references plain_order (id),
  at timestamptz not null, person uuid not null, step text not null, details jsonb not null
);
create index plain_history_order on plain_history (order_id);
