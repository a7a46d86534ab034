-- 申请内容: what applicants wrote about themselves, whole and sealed; `matter` shows it covered.
alter table case_file add column matter_whole jsonb;
alter table case_draft add column matter_whole jsonb;
-- 签收人或单号: sealed, no longer within `delivery`.
alter table case_file add column delivered_to jsonb;
alter table handover add column handed_to jsonb;
