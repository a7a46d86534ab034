-- 失信 of somebody who applied at a counter and was never registered: known by the keyed hash of their number.
alter table breach alter column applicant drop not null;
alter table breach add column name jsonb;
alter table breach add column identity jsonb;
alter table breach add column credit_code text;
create index breach_identity on breach ((identity ->> 'hash')) where identity is not null;
