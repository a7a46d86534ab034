-- 授权书: the account of the chief representative it names; an older letter has none and counts by its department.
alter table authority_letter
  add column account text,
  add column account_id uuid references account (id);
