import { expect, test } from 'vitest';
import { ELEMENT_KEYS, ELEMENTS, type Elements } from './elements.ts';
import { isFilled, missingOf, wantedOf } from './fill.ts';

test('titles and aliases of elements are each used once, so that a heading means one thing', () => {
  const headings = ELEMENT_KEYS.flatMap((key) => [ELEMENTS[key].title, ...ELEMENTS[key].aliases]);
  expect(headings.length).toBe(new Set(headings).size);
});

test('an item without a fee needs no standard of it; with one it needs item, standard and basis', () => {
  const free: Elements = { hasFee: false };
  const charged: Elements = { hasFee: true };
  expect(wantedOf(free)).not.toContain('feeStandard');
  expect(missingOf(charged)).toEqual(expect.arrayContaining(['feeBasis', 'feeItem', 'feeStandard']));
  expect(missingOf({ ...charged, feeStandard: '每证 5 元' })).not.toContain('feeStandard');
});

test('an item that wants a visit says why; one without a visit need not', () => {
  expect(missingOf({ visits: 1 })).toContain('visitReason');
  expect(missingOf({ visits: 0 })).not.toContain('visitReason');
});

test('no special procedure is an answer, no audience is none', () => {
  const item: Elements = { specialProcedures: [], audience: [] };
  expect(missingOf(item)).toContain('audience');
  expect(missingOf(item)).not.toContain('specialProcedures');
});

test.each([
  [undefined, false],
  ['', false],
  [' 　', false],
  [0, true],
  [false, true],
  [[], true],
])('whether %j says something: %s', (value, says) => {
  expect(isFilled(value)).toBe(says);
});

test('of an item of which nothing is known every mandatory element is missing and nothing else', () => {
  expect(missingOf({})).toEqual(ELEMENT_KEYS.filter((key) => ELEMENTS[key].isMandatory));
});
