import { expect, test } from 'vitest';
import { toDecimal } from '#lib/fraction.ts';
import { ratesOf, standing } from './rates.ts';

const item = (more: object) => ({
  state: 'published' as const,
  isComplete: true,
  isOnApplication: true,
  kind: 'promised' as const,
  visits: 1,
  isOnline: true,
  legalDays: 20,
  promisedDays: 10,
  dayUnit: 'working' as const,
  ...more,
});
const rate = (name: string, items: readonly ReturnType<typeof item>[]) => {
  const found = ratesOf(items).find((each) => each.name === name)!;
  return [found.numerator, found.denominator, found.value && toDecimal(found.value, 2)];
};

test('limits are added up before they are divided, and only those that can be compared', () => {
  const items = [
    item({}),
    // 10 + 25 of 20 + 30 days saved
    item({ legalDays: 30, promisedDays: 5 }),
    item({ legalDays: 0, promisedDays: 0 }),
    item({ legalDays: 60, promisedDays: null }),
    item({ legalDays: 60, promisedDays: 20, dayUnit: null }),
  ];
  expect(rate('compression', items)).toEqual([35, 50, '70']);
});

test('what nobody filled in counts against the rate', () => {
  const items = [item({ kind: 'instant', visits: 0 }), item({ kind: null, visits: null, isOnline: null })];
  expect(rate('instant', items)).toEqual([1, 2, '50']);
  expect(rate('one-visit', items)).toEqual([1, 2, '50']);
  expect(rate('no-visit', items)).toEqual([1, 2, '50']);
  expect(rate('online', items)).toEqual([1, 2, '50']);
});

test('powers nobody applies for are asked for filling and publishing, not for windows', () => {
  const items = [item({ isOnApplication: false, kind: null, state: 'draft', isComplete: false }), item({})];
  expect(rate('instant', items)).toEqual([0, 1, '0']);
  expect(rate('fill', items)).toEqual([1, 2, '50']);
  expect(rate('publish', items)).toEqual([1, 2, '50']);
});

test('a cancelled item is in none, a suspended one was published, and nothing over nothing is no rate', () => {
  expect(rate('publish', [item({ state: 'cancelled' }), item({ state: 'suspended' })])).toEqual([
    1,
    1,
    '100',
  ]);
  expect(rate('fill', [item({ state: 'cancelled' })])).toEqual([0, 0, null]);
});

test('each figure has the list behind it', () => {
  expect(standing('instant', item({ kind: 'instant' }))).toBe('counts');
  expect(standing('instant', item({}))).toBe('asked');
  expect(standing('instant', item({ isOnApplication: false }))).toBeNull();
});
