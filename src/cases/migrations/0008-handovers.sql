-- 异地交接 (全域通办、跨省通办): an envelope that one place takes and another decides, with its receipts.
create table handover (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  state text not null,
  item uuid,
  item_code text,
  item_name text not null,
  authority text not null,
  authority_name text,
  applicant_kind text not null,
  applicant_name jsonb not null,
  applicant_id jsonb,
  credit_code text,
  phone jsonb,
  papers jsonb not null,
  paper_count integer not null,
  from_place text not null,
  from_name text not null,
  to_place text not null,
  to_name text not null,
  is_from_here boolean not null,
  is_to_here boolean not null,
  is_other_province boolean not null,
  sent_at timestamptz not null,
  sent_by uuid,
  source_number text,
  receipt_days integer not null,
  receipt_due_at timestamptz not null,
  received_at timestamptz,
  received_by uuid,
  receipt_number text,
  is_receipt_late boolean,
  accepted_at timestamptz,
  declined_at timestamptz,
  declined_because text,
  declined_because_salt text,
  result_days integer,
  result_due_at timestamptz,
  result_at timestamptz,
  outcome text,
  result_number text,
  is_result_late boolean,
  delivered_at timestamptz,
  handed_out jsonb,
  receipts jsonb not null,
  case_id uuid references case_file (id),
  recalled_at timestamptz,
  recalled_because text,
  recalled_because_salt text
);
-- One number of one sender is one envelope, however often it is told.
create unique index handover_source on handover (from_place, source_number) where source_number is not null;
create index handover_source_number on handover (source_number) where source_number is not null;
create index handover_from on handover (from_place, id desc);
create index handover_to on handover (to_place, id desc);
create index handover_case on handover (case_id) where case_id is not null;
create index handover_waiting on handover (receipt_due_at) where state = 'sent';
create index handover_open on handover (state) where state in ('received', 'accepted', 'returned');
