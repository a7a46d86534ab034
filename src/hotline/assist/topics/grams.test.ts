import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf } from './grams.ts';

test('a title is the opening: its grams stand once in the text and once under the mark', () => {
  const grams = gramsOf('路灯\n不亮');
  // 路灯 and 不亮 are words of two: each two single characters and one pair; nothing reaches over the line.
  expect(Object.fromEntries(grams)).toEqual({
    路: 1,
    灯: 1,
    路灯: 1,
    不: 1,
    亮: 1,
    不亮: 1,
    '^路': 1,
    '^灯': 1,
    '^路灯': 1,
  });
});
test('without a title of its own the opening is the first 24 characters', () => {
  const grams = gramsOf('甲'.repeat(24) + '乙'.repeat(30));
  expect(grams.get('^甲')).toBe(24);
  expect(grams.has('^乙')).toBe(false);
});
test('figures, street codes and full-width forms are one kind each', () => {
  expect([...gramsOf('Ａ3区２０１９年').keys()].filter((gram) => !gram.startsWith('^'))).toEqual(
    [...gramsOf('A7区8年').keys()].filter((gram) => !gram.startsWith('^')),
  );
});
test('rare characters and emoji stay whole', () => {
  expect(gramsOf('𠮷🙂𠮷').get('𠮷')).toBe(2);
});
test('every gram is one to three characters of letters and digits, marked or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const gram of gramsOf(text).keys()) expect(gram).toMatch(/^\^?[\p{L}\p{N}]{1,3}$/u);
    }),
  );
});
