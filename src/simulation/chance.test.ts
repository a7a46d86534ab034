import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance, shuffled, weighted } from './chance.ts';

test('the same seed and purpose give the same numbers, another purpose others', () => {
  const draw = (...purpose: readonly (string | number)[]) => {
    const source = chance(...purpose);
    return Array.from({ length: 5 }, source.next);
  };
  expect(draw(1, 'order', 7)).toEqual(draw(1, 'order', 7));
  expect(draw(1, 'order', 7)).not.toEqual(draw(1, 'order', 8));
  expect(draw(1, 'order', 7)).not.toEqual(draw(2, 'order', 7));
});

test('whole numbers lie between their bounds, both included', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, width) => {
      const drawn = Array.from(
        { length: 20 },
        (
          (source) => () =>
            source.whole(from, from + width)
        )(chance(seed)),
      );
      return drawn.every((n) => Number.isInteger(n) && n >= from && n <= from + width);
    }),
  );
});

test('a shuffle keeps every number once', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(), (count, seed) => {
      expect([...shuffled(count, chance(seed))].sort((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, index) => index),
      );
    }),
  );
});

test('what weighs nothing is never drawn; three to one is drawn about so', () => {
  const pick = weighted([
    { weight: 0, value: 'never' },
    { weight: 3, value: 'often' },
    { weight: 1, value: 'seldom' },
  ]);
  const source = chance('weights');
  const drawn = Array.from({ length: 4000 }, () => pick(source));
  expect(drawn).not.toContain('never');
  // 4000 draws at three in four: 3000, and 120 to either side is more than four standard deviations (27).
  expect(Math.abs(drawn.filter((each) => each === 'often').length - 3000)).toBeLessThan(120);
});
