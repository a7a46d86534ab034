-- 来源编号: A11, a11 and Ａ11 are one number of one system. What came before keeps its columns as the ledger has them and is
-- found by the words themselves.
alter table case_file add column source_key text;
create unique index case_file_source_key on case_file (source_key) where source_key is not null;
create index case_file_source_words on case_file (upper(normalize(source_id, NFKC))) where source_id is not null;
