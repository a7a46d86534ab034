-- 事后核查抽样: the seed is the hash of the ledger's block that covers the asking, known to nobody before.
alter table after_check_draw
  alter column seed drop not null,
  add column seed_block integer;
