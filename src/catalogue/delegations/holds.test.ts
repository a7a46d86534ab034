import { expect, test } from 'vitest';
import { day, type Day } from '#lib/time.ts';
import { isDelegated, overlap } from './holds.ts';

const term = (more: object = {}) => ({
  item: 'item',
  level: 'town' as 'town' | 'village',
  places: [] as readonly string[],
  startsOn: day('2020-05-13'),
  lapsesOn: null as Day | null,
  ...more,
});
const tree = { within: (scope: string, value: string) => value.startsWith(scope) };
const asked = (more: object = {}) => ({
  level: 'town' as 'town' | 'village',
  place: '430611101',
  on: day('2020-06-01'),
  ...more,
});

test.each([
  ['before its first day', {}, { on: day('2020-05-12') }, false],
  ['on its first day', {}, { on: day('2020-05-13') }, true],
  ['the day it lapses', { lapsesOn: day('2020-06-01') }, {}, false],
  ['to another level', { level: 'village' }, {}, false],
  ['to another town', { places: ['430611102'] }, {}, false],
  ['to this town', { places: ['430611101'] }, {}, true],
  [
    'to the villages of a town',
    { level: 'village', places: ['430611101'] },
    { level: 'village', place: '430611101200' },
    true,
  ],
])('an item delegated, asked %s', (_, of, where, is) => {
  expect(isDelegated([term(of)], 'item', asked(where), tree)).toBe(is);
});
test('another item’s delegation says nothing', () => {
  expect(isDelegated([term()], 'other', asked(), tree)).toBe(false);
});
test.each([
  [{}, {}, true],
  [{ lapsesOn: day('2020-06-01') }, { startsOn: day('2020-06-01') }, false],
  [{ lapsesOn: day('2020-06-02') }, { startsOn: day('2020-06-01') }, true],
  [{ places: ['430611101'] }, { places: ['430611102'] }, false],
  [{ places: ['430611101'] }, {}, true],
  [{}, { level: 'village' }, false],
])('%j and %j share a day and a place: %s', (one, other, is) => {
  expect([overlap(term(one), term(other)), overlap(term(other), term(one))]).toEqual([is, is]);
});
