import { expect, test } from 'vitest';
import { day } from '#lib/time.ts';
import { countedOnce } from './counted-once.ts';

const row = (id: string, from: string, until: string | null, more = {}) => ({
  id,
  code: `own-${id}`,
  level: 'town' as const,
  basicCode: '432099001000',
  startsOn: day(from),
  lapsesOn: until === null ? null : day(until),
  ...more,
});
const counted = (...rows: readonly ReturnType<typeof row>[]) =>
  [...countedOnce(rows)].flatMap(([id, { countsFrom, countsUntil }]) =>
    countsFrom === null ? [] : [[id, countsFrom, countsUntil]],
  );

test('towns that have the same item at one time are one time of it, on the row that began first', () => {
  expect(
    counted(row('b', '2019-03-01', null), row('a', '2019-01-01', '2019-06-01'), row('c', '2019-03-01', null)),
  ).toEqual([['a', '2019-01-01', null]]);
});
test('one that takes it over on the day another gives it back goes on, a day later it is a new time', () => {
  expect(counted(row('a', '2019-01-01', '2019-06-01'), row('b', '2019-06-01', '2020-01-01'))).toEqual([
    ['a', '2019-01-01', '2020-01-01'],
  ]);
  expect(counted(row('a', '2019-01-01', '2019-06-01'), row('b', '2019-06-02', null))).toEqual([
    ['a', '2019-01-01', '2019-06-01'],
    ['b', '2019-06-02', null],
  ]);
});
test('another level, another basic code, and own codes without one are items of their own', () => {
  const rows = [
    row('a', '2019-01-01', null),
    row('b', '2019-01-01', null, { level: 'village' }),
    row('c', '2019-01-01', null, { basicCode: '432099002000' }),
    row('d', '2019-01-01', null, { basicCode: null }),
    row('e', '2019-01-01', null, { basicCode: null }),
  ];
  expect(counted(...rows).map(([id]) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
test('what was taken back before it began never counts', () => {
  expect(counted(row('a', '2019-06-01', '2019-06-01'))).toEqual([]);
});
