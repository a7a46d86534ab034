import { expect, test } from 'vitest';
import { recordFields } from './record-text.ts';

test('a row as PostgreSQL writes it is its fields: nothing is null, two quotes are the empty text', () => {
  expect(recordFields('(1,,abc)')).toEqual(['1', null, 'abc']);
  expect(recordFields('(,)')).toEqual([null, null]);
  expect(recordFields('("",a,"")')).toEqual(['', 'a', '']);
  expect(recordFields('("a b",)')).toEqual(['a b', null]);
  expect(recordFields('(x)')).toEqual(['x']);
});

test('quotes, backslashes, commas and brackets inside a field are its own', () => {
  expect(recordFields('("{""a"": [1, 2]}",t)')).toEqual(['{"a": [1, 2]}', 't']);
  expect(recordFields('("a\\\\b","""","(,)")')).toEqual(['a\\b', '"', '(,)']);
  expect(recordFields('("a""","\\\\""",f)')).toEqual(['a"', '\\"', 'f']);
});
