import { expect, test } from 'vitest';
import { splitAtRules } from './pdf-split.ts';

const piece = { text: '38 完成情况', left: 100, right: 155, base: 200, size: 10 };
const ruleAt = (at: number) => ({ at, from: 150, to: 250 });

test('texts of two cells that stand close are cut at the line between them', () => {
  // 38 takes 10 points, the blank 5, the four characters 40: the line stands in the blank.
  expect(splitAtRules(piece, [ruleAt(112)]).map(({ text, left, right }) => [text, left, right])).toEqual([
    ['38', 100, 111],
    ['完成情况', 113, 155],
  ]);
});

test('a line elsewhere, or across a text without a blank, cuts nothing', () => {
  expect(splitAtRules(piece, [ruleAt(300), { at: 112, from: 300, to: 400 }])).toEqual([piece]);
  expect(splitAtRules(piece, [ruleAt(150)])).toEqual([piece]);
});
