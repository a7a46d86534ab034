create table world_file (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  region text not null, title text not null, holder jsonb, story text, story_salt text, completed_at timestamptz
);
create table world_task (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  file_id uuid not null references world_file (id), department text not null, points integer not null
);
create table world_precedent (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  region text not null, ruling text not null
);
create unique index world_precedent_in_force on world_precedent (region) where state = 'in-force';
