import { describe, expect, test } from 'vitest';
import { auditTogether } from './audit-together.ts';
import { fromText } from './testing/extract.ts';

const report = fromText(
  '青河县水利局2022年度部门整体支出绩效自评报告\n2022年支出合计800.00万元，其中基本支出300.00万元，项目支出500.00万元。',
);

describe('two files on one unit and year', () => {
  test('that state one amount differently contradict each other', () => {
    const other = fromText('青河县水利局2022年度部门决算说明\n2022年基本支出330.00万元。');
    expect(auditTogether([report, other])).toContainEqual(
      expect.objectContaining({
        kind: 'cross',
        verdict: 'contradiction',
        a: '330',
        b: '300',
        difference: '30',
      }),
    );
  });

  test('that agree confirm each other', () => {
    const other = fromText('青河县水利局2022年度部门决算说明\n2022年基本支出300万元。');
    expect(auditTogether([report, other]).map(({ verdict }) => verdict)).toEqual(['consistent']);
  });

  test('of another year are left alone', () => {
    const other = fromText('青河县水利局2021年度部门决算说明\n2021年基本支出330.00万元。');
    expect(auditTogether([report, other])).toEqual([]);
  });
});
