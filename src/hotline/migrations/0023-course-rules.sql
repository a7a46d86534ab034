-- 作废申请, asked by one and decided by another; and whether the order had been counted as due before.
alter table work_order add column asked_void jsonb;
alter table work_order add column is_voided_counted boolean;
-- 回访记录: every call-back, also those that change no figure.
alter table work_order add column call_backs jsonb;
-- 环节期限: by when the step it stands in must be over.
alter table work_order add column step_due_at timestamptz;
-- 引导用语: what the caller was told.
alter table work_order add column redirect_words text;
