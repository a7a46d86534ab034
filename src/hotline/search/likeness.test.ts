import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairsOf } from '#lib/bigrams.ts';
import { coverage, likeness, sharedWords } from './likeness.ts';

const same = (): number => 1;
const setOf = (text: string) => new Set(pairsOf(text));

test('two of three pairs shared with a text of three is 2/3', () => {
  // 路灯 灯不 不亮 and 路灯 灯不 不明
  expect(likeness(pairsOf('路灯不亮'), setOf('路灯不明'), same)).toBeCloseTo(2 / 3, 12);
});

test('a telling pair counts more than a common one', () => {
  const weigh = (pair: string): number => (pair === '小区' ? 1 : 8);
  const asked = pairsOf('小区，井盖');
  // Of 小区 (1) and 井盖 (8): 1/9 and 8/9 are there.
  expect(coverage(asked, setOf('小区'), weigh)).toBeCloseTo(1 / 9, 12);
  expect(coverage(asked, setOf('井盖'), weigh)).toBeCloseTo(8 / 9, 12);
});

test('nothing in common is nought, nothing asked is nought', () => {
  expect(likeness(pairsOf('路灯'), setOf('噪声'), same)).toBe(0);
  expect(coverage([], setOf('噪声'), same)).toBe(0);
});

test('a text is wholly like itself and as like another as the other is like it', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'路灯不亮噪声扰民井盖松动'),
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(likeness(pairsOf(one), setOf(one), same)).toBeCloseTo(1, 9);
      expect(likeness(pairsOf(one), setOf(other), same)).toBeCloseTo(
        likeness(pairsOf(other), setOf(one), same),
        9,
      );
    }),
  );
});

test('what is shared is shown in words, the longest first', () => {
  expect(sharedWords('小区路灯三天不亮，三天', setOf('路灯三天都没有亮，小区门口'))).toEqual([
    '路灯三天',
    '小区',
  ]);
});
