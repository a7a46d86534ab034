import { assert, constantFrom, property, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { everydayWords } from './everyday-words.ts';
import { indexOfItems, type Findable } from './index-of-items.ts';
import { isOneSlip, rank } from './rank.ts';

const findable = (number: string, name: string, more: Partial<Findable> = {}): Findable => ({
  id: number,
  number,
  name,
  also: [],
  codes: [],
  place: '430611',
  type: 'licence',
  kind: null,
  body: '区行政审批服务局',
  basicCode: null,
  state: 'published',
  ...more,
});
const items = [
  findable('A1', '食品经营许可'),
  findable('A2', '食品经营许可证补办'),
  findable('A3', '企业设立登记（营业执照）'),
  findable('A4', '公司变更登记'),
  findable('A5', '户口迁移登记'),
  findable('A6', '林木采伐许可证核发', { codes: ['000164025000'], also: ['砍伐林木'] }),
];
const index = indexOfItems(items);
const numbers = (asked: string): readonly string[] =>
  rank(index, asked, { words: everydayWords.initial }).items.map(({ number }) => number);

test('the item that is all of what was asked for stands before one that only has it', () => {
  expect(numbers('食品经营许可').slice(0, 2)).toEqual(['A1', 'A2']);
  expect(numbers('食品经营许可证补办')[0]).toBe('A2');
});

test.each([
  ['办执照', 'A3'],
  ['我想开饭店', 'A1'],
  ['迁户口', 'A5'],
  ['砍树', 'A6'],
])('citizens say %s and mean item %s', (asked, number) => {
  expect(numbers(asked)[0]).toBe(number);
});

test.each([
  ['食品经营许克', 'A1'], // one character wrong
  ['食品营许可', 'A1'], // one left out
  ['林木采划许可', 'A6'],
  ['户囗迁移', 'A5'],
  ['办直照', 'A3'], // a slip in an everyday word
])('a slip is forgiven: %s finds %s', (asked, number) => {
  expect(numbers(asked)[0]).toBe(number);
});

test('a code finds its item, whole or by its beginning', () => {
  expect(numbers('000164025000')).toEqual(['A6']);
  expect(numbers('00016402')).toEqual(['A6']);
});

test('what is nowhere is said to be nowhere, what is only near is said to be near', () => {
  expect(rank(index, '核潜艇')).toMatchObject({ items: [], fit: 'nothing' });
  expect(rank(index, '采伐竹子证明')).toMatchObject({ fit: 'near', items: [{ number: 'A6' }] });
  expect(rank(index, '林木采伐').fit).toBe('found');
});

test('one character is enough to look for', () => {
  expect(numbers('林')).toEqual(['A6']);
});

test('what is not wanted is not found, by words or by code', () => {
  const isWanted = ({ number }: Findable): boolean => number !== 'A6';
  expect(rank(index, '林木采伐许可证核发', { isWanted }).items.map(({ number }) => number)).not.toContain(
    'A6',
  );
  expect(rank(index, '000164025000', { isWanted }).items).toEqual([]);
});

test.each([
  ['办执照', '办直照', true],
  ['办执照', '办照', true],
  ['办执照', '办执照了', true],
  ['办执照', '办直召', false],
  ['', '办', true],
  ['', '办照', false],
])('%s and %s are one slip apart: %s', (one, other, is) => {
  expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([is, is]);
});

test('every item is found by its own name, first unless another bears the same name', () => {
  const name = string({
    unit: constantFrom(...'食品经营许可证登记变更户口迁移林木'),
    minLength: 2,
    maxLength: 12,
  });
  assert(
    property(uniqueArray(name, { minLength: 1, maxLength: 8 }), (names) => {
      const made = indexOfItems(names.map((each, n) => findable(`N${n}`, each)));
      for (const [n, each] of names.entries()) {
        const found = rank(made, each);
        expect(found.fit).toBe('found');
        expect(found.items.map(({ number }) => number)).toContain(`N${n}`);
      }
    }),
  );
});
