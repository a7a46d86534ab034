import { expect, test } from 'vitest';
import { day, type Day } from '#lib/time.ts';
import { findLetter, letterCovers, lettersFor, sealScope } from './covers.ts';

const HOUSING = 'housing';
const letter = (more: object = {}) => ({
  organisation: HOUSING,
  coversAll: false,
  items: ['000117051000', 'GD-7'],
  startsOn: day('2020-03-01'),
  endsOn: day('2020-12-31') as Day | null,
  revokedOn: null as Day | null,
  ...more,
});
const item = (more: object = {}) => ({
  number: '11430611000117051000',
  basicCode: '000117051000' as string | null,
  organisation: HOUSING as string | null,
  ...more,
});

test.each([
  ['2020-02-29', false],
  ['2020-03-01', true],
  ['2020-12-31', true],
  ['2021-01-01', false],
])('a letter from 1 March to 31 December 2020 covers %s: %s', (on, is) => {
  expect(letterCovers([letter()], item(), day(on))).toBe(is);
});
test('a letter without a last day goes on until it is revoked; that day is the first without it', () => {
  const open = letter({ endsOn: null, revokedOn: day('2021-05-10') });
  expect(letterCovers([open], item(), day('2021-05-09'))).toBe(true);
  expect(letterCovers([open], item(), day('2021-05-10'))).toBe(false);
});
test('a letter covers what it lists, by number or by basic code, or all of its department', () => {
  const on = day('2020-06-01');
  expect(letterCovers([letter()], item({ basicCode: null }), on)).toBe(false);
  expect(letterCovers([letter()], item({ number: 'GD-7', basicCode: null }), on)).toBe(true);
  expect(letterCovers([letter({ coversAll: true, items: [] })], item({ basicCode: null }), on)).toBe(true);
});
test('nobody decides on another department’s item, nor on one whose department is unknown', () => {
  const all = [letter({ coversAll: true })];
  expect(letterCovers(all, item({ organisation: 'water' }), day('2020-06-01'))).toBe(false);
  expect(letterCovers(all, item({ organisation: null }), day('2020-06-01'))).toBe(false);
});
test('of several letters the one in force answers', () => {
  const second = letter({ startsOn: day('2021-01-01'), endsOn: null });
  expect(findLetter([letter(), second], item(), day('2021-02-01'))).toBe(second);
  expect(lettersFor([letter(), letter({ coversAll: true })], item(), day('2020-06-01'))).toHaveLength(2);
});

const seal = (more: object = {}) => ({
  organisation: HOUSING,
  items: [] as readonly string[],
  inUseFrom: day('2020-04-01') as Day | null,
  returnedOn: null as Day | null,
  ...more,
});
test.each([
  ['before it is in use', {}, '2020-03-31', 0],
  ['on its first day', {}, '2020-04-01', 1],
  ['the day it is returned', { returnedOn: day('2020-08-01') }, '2020-08-01', 0],
  ['the day before', { returnedOn: day('2020-08-01') }, '2020-07-31', 1],
  ['engraved, never put in use', { inUseFrom: null }, '2020-08-01', 0],
  ['of another department', { organisation: 'water' }, '2020-08-01', 0],
  ['kept to other items', { items: ['GD-9'] }, '2020-08-01', 0],
  ['kept to this item', { items: ['000117051000'] }, '2020-08-01', 1],
])('a seal %s', (_, more, on, count) => {
  expect(sealScope([seal(more)], item(), day(on))).toHaveLength(count);
});
