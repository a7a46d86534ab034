-- What a new order is compared with: the same caller, lately closed. Ordered, so that the planner need not choose between
-- this caller's orders and walking back over everybody's.
create index work_order_caller_closed on work_order ((caller_phone ->> 'hash'), closed_at)
  where outcome in ('handled', 'direct');
