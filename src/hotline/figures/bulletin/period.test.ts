import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

test.each([
  [{ year: '2020' }, '2020 年', '2020-01-01', '2020-12-31'],
  [{ year: '2020', quarter: '1' }, '2020 年第一季度', '2020-01-01', '2020-03-31'],
  [{ year: '2020', quarter: '4' }, '2020 年第四季度', '2020-10-01', '2020-12-31'],
  [{ year: '2020', month: '2' }, '2020 年 2 月', '2020-02-01', '2020-02-29'],
  [{ year: '2021', month: '12' }, '2021 年 12 月', '2021-12-01', '2021-12-31'],
])('%j is %s', (asked, title, from, to) => expect(periodOf(asked)).toEqual({ title, from, to }));

test('a quarter and a month at once are refused: neither is silently left out', () => {
  expect(() => periodOf({ year: '2020', quarter: '2', month: '6' })).toThrow('lib.shape');
});
