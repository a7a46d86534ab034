-- What still waits for an answer, to be let go when its order has ended.
create index assistance_asked on assistance (order_id) where state = 'asked';
create index relay_asked on relay (order_id) where state = 'asked';
