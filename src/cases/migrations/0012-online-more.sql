-- 补交材料、一件事: what else a draft may become.
alter table case_draft
  alter column item drop not null,
  add column theme uuid,
  add column supplies uuid,
  add column bundle uuid;
