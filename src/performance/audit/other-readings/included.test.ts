import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a part that the sentence prints belongs above or below the line', () => {
  test.each([
    // 71.6 ÷ (84.3 + 1.2) = 83.74 %
    '一般工业固体废物产生量84.3万吨，综合利用量71.6万吨（含利用往年贮存1.2万吨），处置量9.4万吨，贮存量4.5万吨，综合利用率83.7%。',
    '一般工业固体废物产生量84.3万吨，综合利用71.6万吨（其中利用往年贮存量1.2万吨），综合利用率为83.7%。',
    // (286 − 9) ÷ 286 = 96.85 %
    '全年应整改问题286个，整改完成286个（含逾期整改9个），按期整改率96.85%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
  });
  test('another rate is still false: 71.6 ÷ 84.3 = 84.93 %, with the part 83.74 %', () => {
    expect(
      accused(
        '一般工业固体废物产生量84.3万吨，综合利用量71.6万吨（含利用往年贮存1.2万吨），综合利用率88.7%。',
      ),
    ).toEqual(['rate']);
  });
});

describe('rates in a row are of as many things in their order', () => {
  test.each([
    '评审通过副高级职称73人、中级214人、初级129人，通过率分别为68.9%、81.4%和95.6%。',
    '评审通过副高级职称73人、中级214人、初级129人，通过率为68.9%、81.4%和95.6%。',
    '高考录取重点本科73人、普通本科214人、专科629人，录取率分别为28.9%、61.4%和95.6%。',
  ])('%s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });
});
