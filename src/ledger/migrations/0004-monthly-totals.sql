-- The daily totals added up by month: a year is read from twelve rows a place instead of 366.
create table ledger_rollup_month (
  measure text not null,
  version integer not null,
  month date not null,
  place text not null,
  n bigint not null,
  primary key (measure, version, month, place)
);
insert into ledger_rollup_month (measure, version, month, place, n)
select measure, version, (day - (extract(day from day)::integer - 1)), place, sum(n)
  from ledger_rollup group by 1, 2, 3, 4;
