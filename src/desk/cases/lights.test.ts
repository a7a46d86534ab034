import { expect, test } from 'vitest';
import { lightOfDate } from './lights.ts';

const now = Date.parse('2020-05-11T01:00:00Z');
const of = (value: unknown, state: string | undefined, column = 'utility-connection.dueAt') =>
  lightOfDate(column, { value, state }, now);

test('the promise of a firm is lit in its list while it runs', () => {
  expect(of('2020-05-11T00:59:59Z', 'asked')).toBe('red');
  expect(of('2020-05-12T01:00:00Z', 'answered')).toBe('yellow');
  expect(of('2020-05-12T01:00:01Z', 'asked')).toBe('green');
});
test('what is over, what stands still and any other date has no light', () => {
  expect(of('2020-05-11T00:59:59Z', 'done')).toBeNull();
  expect(of(null, 'waiting')).toBeNull();
  expect(of('2020-05-11T00:59:59Z', 'asked', 'utility-connection.askedAt')).toBeNull();
  expect(of('2020-05-11T00:59:59Z', undefined)).toBeNull();
});
