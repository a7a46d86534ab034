import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const accused = (text: string): readonly string[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`))
    .findings.filter(({ verdict }) => verdict !== 'consistent')
    .map(({ calc }) => calc);

describe('a share behind a bracket is of the count before the bracket', () => {
  test.each([
    // 1260 ÷ 3000 = 42 %
    '全年受理诉求3000件，其中咨询类1260件（其中社保咨询504件），占42.00%，求助类1740件，占58.00%。',
    '咨询类1260件（其中社保咨询504件），占42.00%，居首位。',
    // 480 ÷ 3000 = 16 %
    '全年受理举报3000件，占用道路480件（其中占道经营190件），占举报量的16%。',
    '全年受理诉求3000件（上年同期2500件），其中咨询类1260件（上年同期1100件），占42.00%。',
  ])('and is right: %s', (text) => {
    expect(accused(text)).toEqual([]);
  });

  test.each([
    ['全年共受理诉求3000件，咨询类1260件（其中社保咨询504件），占24.00%，居首位。', '1260件 ÷ '],
    ['全年共受理各类办件3000件，承诺件1260件（含特别程序件90件），占24.00%。', '1260件 ÷ '],
    ['全年受理诉求3000件，其中咨询类1260件（上年同期1100件），占24.00%。', '1260件 ÷ '],
  ])('and is wrong: %s', (text, working) => {
    expect(accused(text)).toEqual([expect.stringContaining(working)]);
  });
});
