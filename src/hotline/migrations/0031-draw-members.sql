-- What a draw was made from, kept with it: the orders of each stratum at the cut-off, and their digest, so that the same
-- seed can be drawn again from the same population whatever became of the orders since.
alter table call_back_draw add column members jsonb;
alter table call_back_draw add column members_digest text;
