import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, instant } from '#lib/time.ts';
import { mandateCovers, type Deed } from './covers.ts';

const AGENT = '01980000-0000-7000-8000-000000000001';
const HELPER = '01980000-0000-7000-8000-000000000002';
const mandate = {
  agent: AGENT,
  helper: null,
  extent: 'listed',
  items: ['A01', 'A02'],
  acts: ['apply', 'receive'],
  startsOn: day('2026-03-01'),
  endsOn: day('2026-03-31'),
  endedAt: null,
} as const;
const deed: Deed = { agent: AGENT, item: 'A01', act: 'apply', day: day('2026-03-10') };

test.each([
  ['the day before the first', { day: '2026-02-28' }, false],
  ['the first day', { day: '2026-03-01' }, true],
  ['the last day', { day: '2026-03-31' }, true],
  ['the day after the last', { day: '2026-04-01' }, false],
  ['the other listed item', { item: 'A02' }, true],
  ['an item that is not listed', { item: 'A03' }, false],
  ['a code that only begins alike', { item: 'A0' }, false],
  ['the other act', { act: 'receive' }, true],
  ['an act that was not given', { act: 'withdraw' }, false],
  ['somebody else', { agent: HELPER }, false],
] as const)('%s: %o → %s', (_, other, covered) => {
  expect(mandateCovers(mandate, { ...deed, ...other } as Deed)).toBe(covered);
});

test('all items means any code', () => {
  expect(mandateCovers({ ...mandate, extent: 'all', items: [] }, { ...deed, item: 'Z99' })).toBe(true);
});

test('an agent not yet bound may do nothing, and nobody is not an agent', () => {
  expect(mandateCovers({ ...mandate, agent: null }, deed)).toBe(false);
  expect(mandateCovers({ ...mandate, agent: null }, { ...deed, agent: '' })).toBe(false);
});

test('a helper of the staff acts as an agent does', () => {
  expect(mandateCovers({ ...mandate, agent: null, helper: HELPER }, { ...deed, agent: HELPER })).toBe(true);
});

// 2026-03-15T17:00Z is one in the night of the 16th in Shanghai.
test.each([
  ['2026-03-15', true],
  ['2026-03-16', false],
  ['2026-03-17', false],
])('revoked in the night of 16 March, on %s: %s', (on, covered) => {
  const revoked = { ...mandate, endedAt: instant('2026-03-15T17:00:00Z') };
  expect(mandateCovers(revoked, { ...deed, day: day(on) })).toBe(covered);
});

test('never outside its days, whatever else it says', () => {
  assert(
    property(integer({ min: -400, max: 400 }), integer({ min: 0, max: 300 }), (from, length) => {
      const startsOn = addDays(deed.day, from);
      const endsOn = addDays(startsOn, length);
      const covered = mandateCovers({ ...mandate, startsOn, endsOn }, deed);
      expect(covered).toBe(from <= 0 && from + length >= 0);
    }),
  );
});
