import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const accused = (text: string): readonly string[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`))
    .findings.filter(({ verdict }) => verdict !== 'consistent')
    .map(({ calc }) => calc);

describe('a share that the sum of its own list bears out', () => {
  // 3600 + 2400 = 6000; 900 ÷ 6000 = 15 %
  const HOMES = '全县城镇居民7200户，农村居民1300户。\n';
  const LIST = (share: string, first = '60.00%'): string =>
    `按参加的保险分，一档3600户，占${first}；二档2400户，占40.00%，其中困难居民900户，占${share}。`;

  test('is right, whatever else is counted near it', () => {
    expect(accused(`${HOMES}${LIST('15.00%')}`)).toEqual([]);
  });

  test('is wrong where neither the list nor what is divided bears it out', () => {
    expect(accused(LIST('19.00%'))).toEqual([expect.stringContaining('900户 ÷ ')]);
  });

  test('needs a list whose own shares are of that sum', () => {
    expect(accused(LIST('15.00%', '68.00%'))).toEqual([expect.stringContaining('900户 ÷ ')]);
  });
});

describe('同类, 其, 该 name a whole of each', () => {
  test.each([
    '采购节水产品420.6万元，占同类产品采购规模的81.3%；采购环保产品733.9万元，占同类产品采购规模的78.4%。',
    '甲镇支出420.6万元，占该镇总支出的81.3%；乙镇支出733.9万元，占该镇总支出的78.4%。',
    '甲镇支出420.6万元，占其总支出的81.3%；乙镇支出733.9万元，占其总支出的78.4%。',
  ])('whose shares are not added: %s', (text) => {
    expect(accused(text)).toEqual([]);
  });

  test('a whole of all is still one', () => {
    const text =
      '采购节水产品420.6万元，占全县采购规模的81.3%；采购环保产品733.9万元，占全县采购规模的78.4%。';
    expect(accused(text)).toEqual([expect.stringContaining('两项占比合计159.7%')]);
  });
});

describe('what is far above the whole and divided itself', () => {
  const TOLD = '全县共有教师410人，其中：小学教师190人，中学教师180人，';

  test('is a whole of its own', () => {
    expect(accused(`${TOLD}在校学生6200人，其中寄宿学生1500人。`)).toEqual([]);
  });

  test('and what is not divided is a part too great', () => {
    expect(accused(`${TOLD}职校教师6200人。`)).toHaveLength(1);
  });
});
