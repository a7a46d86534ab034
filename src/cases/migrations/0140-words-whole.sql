-- 办理用语原文: reasons, conclusions and objections that name somebody, whole and sealed; the rows show them covered.
alter table case_file add column words_whole jsonb;
