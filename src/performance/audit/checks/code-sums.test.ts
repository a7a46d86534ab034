import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { across, changed, type DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';

/** 60 + 3 = 63; 700 + 80 + 400 = 1180, 1180 + 220 = 1400; 63 + 1400 + 90 = 1553; 853 + 700 = 1553 */
const spending: DocumentSpec = [
  '某县农业农村局2023年度部门决算公开',
  {
    title: '支出决算表 公开03表 金额单位：万元',
    rows: [
      ['功能分类科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
      [across('栏次', 2), '1', '2', '3'],
      [across('合计', 2), '1553.00', '853.00', '700.00'],
      ['208', '社会保障和就业支出', '63.00', '63.00', ''],
      ['20805', '行政事业单位养老支出', '60.00', '60.00', ''],
      ['2080505', '养老保险缴费支出', '60.00', '60.00', ''],
      ['20899', '其他社会保障支出', '3.00', '3.00', ''],
      ['2089999', '其他社会保障支出', '3.00', '3.00', ''],
      ['213', '农林水支出', '1400.00', '700.00', '700.00'],
      ['21301', '农业农村', '1180.00', '700.00', '480.00'],
      ['2130101', '行政运行', '700.00', '700.00', ''],
      ['2130106', '科技转化与推广服务', '80.00', '', '80.00'],
      ['2130122', '农业生产发展', '400.00', '', '400.00'],
      ['21305', '巩固脱贫衔接乡村振兴', '220.00', '', '220.00'],
      ['2130599', '其他衔接支出', '220.00', '', '220.00'],
      ['221', '住房保障支出', '90.00', '90.00', ''],
      ['22102', '住房改革支出', '90.00', '90.00', ''],
      ['2210201', '住房公积金', '90.00', '90.00', ''],
    ],
  },
];
/** 280 + 180 = 460, 460 + 40 = 500; 40 + 30 = 70, 70 + 8 = 78 */
const economic: DocumentSpec = [
  '某县农业农村局2023年度部门决算公开',
  {
    title: '基本支出决算明细表 公开06表 金额单位：万元',
    rows: [
      [across('人员经费', 3), across('公用经费', 6)],
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', '460.00', '302', '商品和服务支出', '70.00', '310', '资本性支出', '8.00'],
      ['30101', '基本工资', '280.00', '30201', '办公费', '40.00', '31002', '办公设备购置', '8.00'],
      ['30102', '津贴补贴', '180.00', '30211', '差旅费', '30.00', '31003', '专用设备购置', ''],
      ['303', '对个人和家庭的补助', '40.00', '', '', '', '', '', ''],
      ['30302', '退休费', '40.00', '', '', '', '', '', ''],
      [across('人员经费合计', 2), '500.00', across('公用经费合计', 5), '78.00'],
    ],
  },
];

describe.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('subjects with their codes in %s', (_, layout) => {
  const said = (spec: DocumentSpec, verdict: string) =>
    auditDocument(layout(spec)).findings.filter((each) => each.verdict === verdict);

  test.each([
    ['by function', spending],
    ['by kind, in three lists', economic],
  ])('add up level by level: %s', (_name, spec) => {
    expect(said(spec, 'contradiction')).toEqual([]);
    expect(said(spec, 'doubtful')).toEqual([]);
    expect(said(spec, 'consistent').length).toBeGreaterThanOrEqual(3);
  });
  test.each([
    ['an item', spending, ['"80.00","","80.00"', '"90.00","","90.00"'], { a: '1180', b: '1190' }],
    ['a class', spending, ['"1400.00"', '"1500.00"'], { a: '1500', b: '1400' }],
    ['all', spending, ['"1553.00"', '"1563.00"'], { a: '1563', b: '1553' }],
    ['a wage', economic, ['"180.00"', '"190.00"'], { a: '460', b: '470' }],
  ] as const)('and where they do not that is found: %s', (_name, spec, [from, to], wanted) => {
    expect(said(changed(spec, from, to), 'contradiction')).toContainEqual(expect.objectContaining(wanted));
  });
});
