-- A promise shorter than the setting has it needs its reason.
alter table utility_connection add column days_because text;
alter table utility_connection add column days_because_salt text;
