import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a rate with a subject of its own is not judged by the figure beside it', () => {
  test.each([
    // 5702.89 ÷ 4368.50 = 130.55 %, and 5702.89 is not printed here
    '本年支出年初预算4368.50万元，调整预算5817.46万元，决算数为年初预算的130.55%、调整预算的98.03%。',
    '年初预算480.00万元，年中调整后462.00万元，实际支出为年初预算的90.00%。',
    '年度计划投资1200万元，已到位资金900万元，完成投资额达到年度计划的82.5%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });

  test.each([
    // 432 ÷ 480 = 90 %
    '年初预算480.00万元，决算数432.00万元，决算数为年初预算的95.00%。',
    '年初预算480.00万元，决算数432.00万元，为年初预算的95.00%。',
  ])('while the figure it names is: %s', (text) => expect(accused(text)).toEqual(['rate']));
});
