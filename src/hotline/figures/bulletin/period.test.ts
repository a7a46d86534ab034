import { expect, test } from 'vitest';
import { instant } from '#lib/time.ts';
import { periodOf } from './period.ts';

const LATER = instant('2022-01-01T00:00+08:00');

test.each([
  [{ year: '2020' }, '2020 年', '2020-01-01', '2020-12-31'],
  [{ year: '2020', quarter: '1' }, '2020 年第一季度', '2020-01-01', '2020-03-31'],
  [{ year: '2020', quarter: '4' }, '2020 年第四季度', '2020-10-01', '2020-12-31'],
  [{ year: '2020', month: '2' }, '2020 年 2 月', '2020-02-01', '2020-02-29'],
  [{ year: '2021', month: '12' }, '2021 年 12 月', '2021-12-01', '2021-12-31'],
])('%j is %s', (asked, title, from, to) =>
  expect(periodOf(asked, LATER)).toEqual({ title, from, to, countedAt: LATER, asOf: null }),
);

test('a quarter and a month at once are refused: neither is silently left out', () => {
  expect(() => periodOf({ year: '2020', quarter: '2', month: '6' }, LATER)).toThrow('lib.shape');
});

test.each([
  ['2020-05-01T00:00+08:00', '2020-05-01'],
  ['2020-05-31T23:59+08:00', '2020-05-31'],
  ['2020-06-01T00:00+08:00', null],
])('May asked for at %s is counted as of %s', (at, asOf) =>
  expect(periodOf({ year: '2020', month: '5' }, instant(at)).asOf).toBe(asOf),
);

test('a period that has not begun is refused with the day from which there is one', () => {
  const april = instant('2020-04-30T23:59+08:00');
  expect(() => periodOf({ year: '2020', month: '5' }, april)).toThrow('hotline.period-to-come');
  expect(() => periodOf({ year: '2020', quarter: '3' }, april)).toThrow('hotline.period-to-come');
  expect(() => periodOf({ year: '2021' }, april)).toThrow('hotline.period-to-come');
  expect(periodOf({ year: '2020', quarter: '2' }, april).asOf).toBe('2020-04-30');
});
