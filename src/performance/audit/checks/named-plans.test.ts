import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a plan is the head of a figure’s name', () => {
  test.each([
    // what came in, each with a rate of its own plan, which is not printed
    '公共财政预算收入20150万元，为预算的61%，同比增长5.2%；上划收入4836万元，为预算的47.5%，同比增长8.1%。',
    '一般公共预算支出32640万元，为预算的58.2%；民生支出21730万元，完成预算的63.4%。',
    '政府性基金预算收入6210万元，完成预算的31%。土地出让收入5480万元，为预算的29.4%。',
  ])('is no modifier: %s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });

  test.each([
    '差旅费年初预算数50万元，支出46万元，为年初预算的95%。', // 46 ÷ 50 = 92 %
    '培训费预算安排40万元，实际支出35万元，为预算的94%。', // 35 ÷ 40 = 87.5 %
    '计划造林300亩，实际造林276亩，完成计划的95%。', // 276 ÷ 300 = 92 %
  ])('accuses: %s', (text) => {
    expect(accused(text)).toEqual(['rate']);
  });
});
