-- 待办事项: what a reaction of the system could not do and a person must look at.
create table follow_up (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  title text not null,
  why text not null,
  reaction text not null,
  entry bigint not null,
  subject_noun text not null,
  subject uuid not null,
  raised_at timestamptz not null,
  done_at timestamptz,
  outcome text
);
create index follow_up_open on follow_up (id) where state = 'open';
