-- 受托人: the cases that were applied for under a mandate, for whoever holds it.
create index case_file_mandate on case_file (mandate) where mandate is not null;
