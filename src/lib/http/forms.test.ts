import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from './forms.ts';

test('what a browser sends is read as it was written, rare characters and all', () => {
  expect(readForm('title=%F0%A0%AE%B7+%E4%B6%AE%F0%9F%98%80&text=a%0D%0Ab%26c%3Dd&empty=')).toEqual({
    title: '𠮷 䶮😀',
    text: 'a\nb&c=d',
    empty: '',
  });
});
test.each([
  ['text=%FF', '内容不是有效的 UTF-8 文字'],
  ['text=%E4%B8', '内容不是有效的 UTF-8 文字'],
  ['a=1&a=2', '同一项填写了两次'],
  [Array.from({ length: 101 }, (_, n) => `f${n}=`).join('&'), '最多 100 项'],
])('%.20s is refused: %s', (body, message) => {
  expect(() => readForm(body)).toThrow(expect.objectContaining({ fields: [{ path: '', message }] }));
});
test('a name that is a trap for objects is a field like any other', () => {
  const form = readForm('__proto__=x&constructor=y');
  expect(Object.entries(form)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});
test('whatever was written comes back, but for the ends of lines', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      const body = new URLSearchParams({ text }).toString();
      expect(readForm(body)).toEqual({ text: text.replaceAll('\r\n', '\n') });
    }),
  );
});
