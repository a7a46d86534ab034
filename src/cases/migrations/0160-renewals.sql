-- 延续 (行政许可法 50): of a result, the last day to ask; of a case that asks, which result, when that ends and whether in time.
alter table case_file
  add column renew_by date,
  add column renews uuid references case_file (id),
  add column renewal_ends_on date,
  add column renewal_ask_by date,
  add column is_renewal_in_time boolean,
  add column deemed_renewed_at timestamptz;
create index case_file_renews on case_file (renews) where renews is not null;
-- What may have to be deemed renewed.
create index case_file_to_deem_renewed on case_file (renews)
  where is_renewal_in_time and state in ('accepted', 'suspended');
create index case_file_ending on case_file (valid_until) where valid_until is not null;
alter table case_draft add column renews text;
