-- 撤销: asked for by one person of the deciding department, done by another.
alter table case_file add column asked_revocation jsonb;
