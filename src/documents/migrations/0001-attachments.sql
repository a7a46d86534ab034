-- Attachments 附件: the file itself lies in the store under its SHA-256. `scope` is the organisation or region of the
-- record it belongs to. The name may hold somebody's name: it is prose, and goes when the attachment is erased.
create table attachment (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  name text,
  name_salt text,
  kind text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  subject_noun text not null,
  subject uuid not null,
  scope text,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  erased_at timestamptz,
  erased_because text
);
create index attachment_subject on attachment (subject);
create index attachment_sha256 on attachment (sha256) where state = 'kept';
