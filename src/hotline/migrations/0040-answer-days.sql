-- 督办: of how many working days the answer has, so that a holiday announced late moves its day.
alter table supervision add column answer_days integer;
