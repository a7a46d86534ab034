import { expect, test } from 'vitest';
import { day, type Day } from '#lib/time.ts';
import { findList, windowTakes } from './takes.ts';

const list = (more: object = {}) => ({
  serviceWindow: 'A01',
  kind: 'undifferentiated' as const,
  departments: ['water'] as readonly string[],
  items: ['000117051000'] as readonly string[],
  startsOn: day('2020-05-01'),
  endedOn: day('2020-12-01') as Day | null,
  ...more,
});
const item = (more: object = {}) => ({
  number: 'X-1',
  basicCode: null as string | null,
  organisation: 'water' as string | null,
  ...more,
});

test.each([
  ['of a department on its list', {}, true],
  ['of another department', { organisation: 'housing' }, false],
  ['listed by basic code', { organisation: 'housing', basicCode: '000117051000' }, true],
  ['of no known department, listed', { organisation: null, number: '000117051000' }, true],
  ['of no known department', { organisation: null }, false],
])('a window takes an item %s: %#', (_, more, is) => {
  expect(windowTakes(list(), item(more), day('2020-06-01'))).toBe(is);
});
test.each([
  ['2020-04-30', false],
  ['2020-05-01', true],
  ['2020-11-30', true],
  ['2020-12-01', false],
])('a list of 1 May that ended on 1 December holds on %s: %s', (on, is) => {
  expect(windowTakes(list(), item(), day(on))).toBe(is);
});
test('a window works by the list of the day', () => {
  const later = list({ startsOn: day('2020-12-01'), endedOn: null, kind: 'general' });
  expect(findList([list(), later], 'A01', day('2020-12-01'))).toBe(later);
  expect(findList([list(), later], 'A02', day('2020-12-01'))).toBeUndefined();
});
