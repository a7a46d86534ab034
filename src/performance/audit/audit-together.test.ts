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

  test('are not kept apart by what last year left over', () => {
    const carried = fromText(
      '青河县水利局2022年度部门整体支出绩效自评报告\n全年总收入2000万元，上年结转100万元，总支出1950万元。',
    );
    const other = fromText('青河县水利局2022年工作总结\n全年总支出1980万元。');
    expect(auditTogether([carried, other])).toEqual([
      expect.objectContaining({ kind: 'cross', verdict: 'contradiction', a: '1980', b: '1950' }),
    ]);
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

describe('two bulletins that name no unit', () => {
  const month = (title: string, handled: string) =>
    fromText(`${title}\n一、受理情况\n5月份，热线受理市民诉求2,310件，办结${handled}件，回访1,200件。`);
  const may = month('临溪县12345热线2023年5月运行通报', '1,905');

  test('of one title are compared, and asked about', () => {
    const other = month('临溪县12345热线2023年5月运行通报（修订）', '1,950');
    expect(auditTogether([may, other])).toEqual([
      expect.objectContaining({ kind: 'cross', verdict: 'doubtful', a: '1950', b: '1905', difference: '45' }),
    ]);
  });

  test.each([
    ['month', '临溪县12345热线2023年6月运行通报'],
    ['year', '临溪县12345热线2022年5月运行通报'],
    ['county', '南溪县12345热线2023年5月运行通报'],
    ['matter', '临溪县政务服务中心2023年5月考勤通报'],
  ])('of another %s are left alone', (_, title) => {
    expect(auditTogether([may, month(title, '1,950')])).toEqual([]);
  });
});

test('two bulletins of one unit and different months are left alone', () => {
  const month = (of: string, taken: string) =>
    fromText(
      `长宁县政务服务局2023年${of}月热线通报\n${of}月份，受理市民诉求${taken}件，群众诉求办结率98.5%。`,
    );
  expect(auditTogether([month('3', '1,210'), month('4', '1,320')])).toEqual([]);
});
