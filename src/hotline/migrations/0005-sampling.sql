-- 回访抽样: one draw, with its seed, what it was drawn from and the list it gave. Kept as drawn, whatever becomes of the orders.
create table call_back_draw (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  place text not null,
  from_on date not null,
  to_on date not null,
  seed text not null,
  wanted_size integer,
  rules jsonb not null,
  asked_at timestamptz not null,
  drawn_at timestamptz,
  population integer,
  size integer,
  outside jsonb,
  strata jsonb,
  drawn jsonb
);
-- What ended in a period: the population of a draw, the bulletins.
create index work_order_ended on work_order (closed_at) where closed_at is not null;
