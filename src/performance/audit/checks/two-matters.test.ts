import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a rate behind what came in last may be of that', () => {
  test.each([
    // 165 ÷ 173 = 95.38 %; 56 of the 57 leads are 98.2 %
    '查处案件173起，同比增长4.2%，办结165起，罚没62.8万元，收到举报线索57条，查实率36.8%，办结率98.2%。',
    '立案19件，办结18件，接到举报62件，办结率98.4%。',
    '排查隐患218处，整改205处，交办问题62个，整改率98.4%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });

  test.each([
    '查处案件173起，办结165起，办结率98.2%。',
    '收到举报线索57条，查处案件173起，办结165起，办结率98.2%。',
    '查处案件173起，办结165起，罚没62.8万元，办结率98.2%。',
  ])('while its own counts beside it are still asked of it: %s', (text) => {
    expect(accused(text)).toEqual(['rate']);
  });
});
