create table library_book (
  id uuid primary key, version integer not null, number text not null unique, state text not null,
  place text not null, title text not null, lent_at timestamptz, due_on date, is_late boolean,
  fee_fen bigint, remark text, remark_salt text
);
