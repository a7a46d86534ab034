-- The code of an order taken down by phone follows from the order itself: nothing of it is kept.
alter table letter_code alter column code drop not null;
