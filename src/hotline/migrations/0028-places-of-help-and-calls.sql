-- Whose it is: help that was asked for and calls are seen where their order is. Null in rows of before, which only those
-- who see the whole district see.
alter table assistance add column place text;
alter table phone_call add column place text;
create index assistance_place on assistance (place, id desc) where place is not null;
create index phone_call_place on phone_call (place, id desc) where place is not null;
