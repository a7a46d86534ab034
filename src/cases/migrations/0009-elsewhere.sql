-- 外部系统办件: one number of one system is one case, however often it is told.
drop index case_file_source;
create unique index case_file_source on case_file (source_system, source_id) where source_id is not null;
