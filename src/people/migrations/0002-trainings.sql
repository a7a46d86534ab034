-- 岗位培训: who attended, with what score, and until when it holds.
create table training (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  course text not null,
  post text not null,
  place text not null,
  held_on date not null,
  valid_until date not null,
  pass_mark integer not null,
  attendees jsonb not null,
  attended integer not null,
  passed integer not null,
  void_because text
);
create index training_place on training (place, id desc);
