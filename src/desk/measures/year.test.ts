import { expect, test } from 'vitest';
import { yearAsked } from './year.ts';

test.each([
  ['2020', 2020],
  [undefined, 2026],
  ['', 2026],
  ['zwanzig', 2026],
  [['2020'], 2026],
])('%j means %i', (said, year) => {
  expect(yearAsked(said, new Date('2026-11-23T04:00:00Z'))).toBe(year);
});
