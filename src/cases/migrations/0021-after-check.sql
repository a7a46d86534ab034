-- 事后核查: what a lot took of what nobody looked at before, and what was found.
alter table case_file
  add column after_check_drawn_at timestamptz,
  add column after_checked_at timestamptz,
  add column after_checked_by uuid,
  add column is_after_check_sound boolean,
  add column after_check_finding text,
  add column after_check_finding_salt text;
create table after_check_draw (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  place text not null,
  from_on date not null,
  to_on date not null,
  percent integer not null,
  seed text not null,
  asked_at timestamptz not null,
  drawn_at timestamptz,
  members jsonb,
  members_digest text,
  population integer,
  size integer,
  drawn jsonb
);
create index after_check_draw_place on after_check_draw (place, id desc);
