import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { outline } from './outline.ts';

const trails = (...lines: readonly string[]): readonly string[] => {
  const above = outline();
  return lines
    .map(fold)
    .map(above)
    .map(({ trail, label }) => [...trail, label && `${label}:`].filter(Boolean).join('/'));
};

test('a heading stands until another of its rank or above', () => {
  expect(
    trails(
      '第三部分 决算情况说明',
      '一、总体情况',
      '全年收入10万元。',
      '（一）局机关',
      '收入4万元。',
      '1.资金情况。收入4万元，支出3万元。',
      '（二）推广站。收入6万元。',
      '二、绩效',
    ),
  ).toEqual([
    '决算情况说明',
    '决算情况说明/总体情况',
    '决算情况说明/总体情况',
    '决算情况说明/总体情况/局机关',
    '决算情况说明/总体情况/局机关',
    '决算情况说明/总体情况/局机关/资金情况',
    '决算情况说明/总体情况/推广站',
    '决算情况说明/绩效',
  ]);
});
test('a line of a few words without a number is the narrowest heading', () => {
  expect(trails('一、各镇情况', '## 城关镇', '受理12件。', '东湖镇', '二、问题')).toEqual([
    '各镇情况',
    '各镇情况/城关镇',
    '各镇情况/城关镇',
    '各镇情况/东湖镇',
    '问题',
  ]);
});
test('so is one that begins with its year', () => {
  expect(trails('2021年度一般公共预算财政拨款支出决算情况说明', '支出12万元。')).toEqual([
    '2021年度一般公共预算财政拨款支出决算情况说明',
    '2021年度一般公共预算财政拨款支出决算情况说明',
  ]);
});
test('what a paragraph begins with is its own', () => {
  expect(trails('局机关：编制20名。', '编制30名。')).toEqual(['局机关:', '']);
});
