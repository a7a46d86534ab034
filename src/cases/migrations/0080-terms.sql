-- The terms after the acceptance keep their clocks, so that a holiday announced late moves them too.
alter table case_file add column outstanding_clock jsonb;
alter table case_file add column issue_clock jsonb;
alter table case_file add column check_clock jsonb;
alter table case_file add column put_right_clock jsonb;
-- Few of the decided cases have a promise to be looked at or put right.
create index case_file_to_check on case_file (id) where check_clock is not null;
create index case_file_to_put_right on case_file (id) where put_right_clock is not null;
