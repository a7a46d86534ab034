-- 用章: which seal stands under the result. 告知和补正的天数: as the rule was, so that a late holiday moves the day.
alter table case_file
  add column seal uuid,
  add column tell_days integer,
  add column correct_days integer;
