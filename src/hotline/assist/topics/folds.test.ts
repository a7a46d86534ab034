import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldsOf } from './folds.ts';

const letter = fc.record({
  label: fc.constantFrom('甲', '乙', '丙'),
  text: fc.string(),
  group: fc.constantFrom('1', '2', '3', '4', '5'),
});

test('near-identical letters stay in one fold, and the same letters fall alike each time', () => {
  fc.assert(
    fc.property(
      fc.array(letter, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 2, max: 6 }),
      (letters, folds) => {
        const fold = foldsOf(letters, folds);
        expect(foldsOf(letters, folds)).toEqual(fold);
        for (const group of Map.groupBy(letters.keys(), (i) => letters[i]!.group).values())
          expect(new Set(group.map((i) => fold[i])).size).toBe(1);
      },
    ),
  );
});
test('each topic is spread evenly over the folds', () => {
  const letters = Array.from({ length: 35 }, (_, i) => ({ label: i < 15 ? '甲' : '乙', text: String(i) }));
  const fold = foldsOf(letters, 5);
  for (let each = 0; each < 5; each += 1) {
    expect(letters.filter(({ label }, i) => label === '甲' && fold[i] === each)).toHaveLength(3);
    expect(letters.filter(({ label }, i) => label === '乙' && fold[i] === each)).toHaveLength(4);
  }
});
