-- 红黄牌 and the departments' inboxes: what is open lies in small indexes of its own.
create index case_file_running on case_file (department, place, legal_due_at, promised_due_at) where state = 'accepted';
create index case_file_nearer on case_file ((least(legal_due_at, promised_due_at))) where state = 'accepted';
create index case_branch_asked on case_branch (department, due_at) include (place) where state = 'asked';
-- 实际用时: the decisions of a year.
create index case_file_decided on case_file (decided_at) where decided_at is not null;
