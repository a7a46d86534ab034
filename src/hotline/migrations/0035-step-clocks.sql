-- What the limit of a step is reckoned from, so that a holiday announced late moves it.
alter table work_order add column step_began_at timestamptz, add column step_hours integer;
