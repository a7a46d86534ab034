import { expect, test } from 'vitest';
import { accused } from '../testing/sentence.ts';

test('the spending that its parts make up is meant, wherever another 支出 stands', () => {
  // 101 + 453 = 554; 185 is what one project spent
  const text =
    '项目调整预算数192万元，支出185万元，为调整预算的96.35%。\n全年总支出554万元，其中基本支出101万元，项目支出453万元。';
  expect(accused(text)).not.toContain('sum');
});
test('and parts that make up none are named', () => {
  // 101 + 463 = 564
  expect(accused('全年总支出554万元。\n基本支出101万元。\n项目支出463万元。')).toContain('sum');
});
