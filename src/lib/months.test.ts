import { expect, test } from 'vitest';
import { addMonths } from './months.ts';
import { day } from './time.ts';

test.each([
  ['2020-05-11', 12, '2021-05-11'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2020-02-29', 48, '2024-02-29'],
  ['2021-01-31', 1, '2021-02-28'],
  ['2020-12-31', 2, '2021-02-28'],
  ['2020-11-30', 1, '2020-12-30'],
  ['2020-03-31', -1, '2020-02-29'],
])('%s and %i months: %s', (on, months, expected) => {
  expect(addMonths(day(on), months)).toBe(expected);
});
