import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { accused, said } from '../testing/sentence.ts';

describe('one budget and what was spent of it', () => {
  test.each([
    // 432 ÷ 480 = 90 %
    '项目预算资金480.00万元，实际支出432.00万元，预算执行率95.00%，结转48.00万元。',
    '全年项目预算480.00万元，实际支出432.00万元，预算执行率95.00%。',
    // 2256 ÷ 2400 = 94 %
    '2023年安排困难群众救助补助资金2400万元，截至12月31日实际支出2256万元，预算执行率96.00%。',
  ])('must give the rate: %s', (text) => expect(accused(text)).toEqual(['rate']));

  test.each([
    '项目预算资金480.00万元，实际支出432.00万元，预算执行率90.00%，结转48.00万元。',
    '安排补助资金2400万元，实际支出2256万元，预算执行率94.00%。',
  ])('and is confirmed where it does: %s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'consistent')).toContain('rate');
  });
});

describe('nothing is said where the base may be another', () => {
  test.each([
    // 432 ÷ 450 = 96 %
    '年初预算480.00万元，实际支出432.00万元，预算执行率96.00%。',
    '预算480.00万元，实际支出432.00万元，预算执行率96.00%。\n年中调减30.00万元，全年预算数450.00万元。',
    '预算480.00万元，年中追加20.00万元，实际支出432.00万元，预算执行率86.40%。',
    // 92 and 90 are of parts
    '全年预算数1330.00万元，执行数1210.45万元，执行率91.01%，其中年初结转资金执行率92.15%，当年预算执行率90.79%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });
  test('nor where a table has it', () => {
    const { findings } = auditDocument(
      asGrid([
        '某局2023年度项目支出绩效自评报告',
        '安排项目资金480.00万元，实际支出432.00万元，预算执行率96.00%。',
        {
          title: '项目资金（万元）',
          rows: [
            ['项目', '年初预算数', '全年预算数', '全年执行数'],
            ['某改造工程', '480.00', '450.00', '432.00'],
          ],
        },
      ]),
    );
    expect(findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
  });
});
