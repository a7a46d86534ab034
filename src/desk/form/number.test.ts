import { expect, test } from 'vitest';
import { grouped, plainNumber, readNumber, shift } from './number.ts';

test.each([
  ['1595.33', '1595.33'],
  ['１，５９５．３３', '1595.33'],
  ['1,595.33', '1595.33'],
  [' 1 595.30 ', '1595.30'],
  ['007', '7'],
  ['-0', '0'],
  ['-12.5', '-12.5'],
  ['+3', '3'],
])('%s is the number %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain);
});

test.each(['', '十八', '1.2.3', '1e5', '12件', '=1+1'])('%s is no number', (text) => {
  expect(plainNumber(text)).toBeUndefined();
});

test.each([
  ['15953300', -4, '1595.33'], // 15,953,300 / 10,000
  ['5', -4, '0.0005'],
  ['0.16', 4, '1600'], // 0.16 亿元 in 万元
  ['1.2345678', 4, '12345.678'],
  ['-300', -2, '-3'],
  ['10000', -4, '1'],
])('%s moved by %i places is %s', (plain, places, moved) => {
  expect(shift(plain, places)).toBe(moved);
});

test.each([
  ['15953300元', '万元', '1595.33'],
  ['1595.33 万元', '万元', '1595.33'],
  ['１５９５．３３', '万元', '1595.33'],
  ['0.1595亿元', '万元', '1595'],
  ['38人', '人', '38'],
  ['99.95%', '%', '99.95'],
  ['99.95％', '%', '99.95'],
])('%s wanted in %s is %s', (text, unit, value) => {
  expect(readNumber(text, unit)).toMatchObject({ value });
});

test('the reading is shown back with its unit and thousands set off', () => {
  expect(readNumber('15953300元', '万元')).toEqual({ value: '1595.33', reading: '读作 1,595.33 万元' });
});

test('a rate of 1 is read as one per cent and says how to write a hundred', () => {
  expect(readNumber('1', '%')).toEqual({ value: '1', reading: '读作 1%；如指 100%，请写 100%' });
});

test.each([
  ['18件', '人', '应以“人”计，读不懂“件”'],
  ['约18', '人', '“约18”不是数字'],
])('%s in %s cannot be read', (text, unit, fault) => {
  expect(readNumber(text, unit)).toEqual({ fault });
});

test.each([
  ['1234567.5', '1,234,567.5'],
  ['999', '999'],
  ['-1000', '-1,000'],
])('%s is shown as %s', (plain, shown) => {
  expect(grouped(plain)).toBe(shown);
});
