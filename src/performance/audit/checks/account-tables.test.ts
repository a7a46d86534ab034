import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { across, changed, type DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';

/** 880 + 20 = 900, 900 + 10 + 80 = 990; 700 + 250 = 950, 950 + 25 + 15 = 990 */
const account: DocumentSpec = [
  '某县林业局2023年度部门决算公开',
  {
    title: '收入支出决算总表 公开01表 金额单位：万元',
    rows: [
      [across('收入', 3), across('支出', 3)],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'],
      ['栏次', '', '1', '栏次', '', '2'],
      ['一、一般公共预算财政拨款收入', '1', '880.00', '十二、农林水支出', '32', '700.00'],
      ['二、政府性基金预算财政拨款收入', '2', '', '十九、住房保障支出', '33', '250.00'],
      ['八、其他收入', '3', '20.00', '', '34', ''],
      ['本年收入合计', '27', '900.00', '本年支出合计', '57', '950.00'],
      ['使用非财政拨款结余（含专用结余）', '28', '10.00', '结余分配', '58', '25.00'],
      ['年初结转和结余', '29', '80.00', '年末结转和结余', '59', '15.00'],
      ['总计', '30', '990.00', '总计', '60', '990.00'],
    ],
  },
];
/** 900 + 100 = 1000 = 700 + 300; 600 = 500 + 100, 600 + 400 = 1000; 1000 + 50 = 1050 */
const budget: DocumentSpec = [
  '某县司法局2024年部门预算公开',
  {
    title: '收支总表（单位：万元）',
    rows: [
      ['项目', '预算数', '按功能分类', '预算数', '按支出性质分类', '预算数'],
      ['一般公共预算拨款收入', '900.00', '公共安全支出', '750.00', '一、基本支出', '650.00'],
      ['事业收入', '100.00', '住房保障支出', '300.00', '人员支出', '520.00'],
      ['', '', '', '', '公用支出', '130.00'],
      ['', '', '', '', '二、项目支出', '400.00'],
      ['本年收入合计', '1000.00', '本年支出合计', '1050.00', '本年支出合计', '1050.00'],
      ['上年结转结余', '50.00', '年终结转结余', '', '年终结转结余', ''],
      ['收入总计', '1050.00', '支出总计', '1050.00', '支出总计', '1050.00'],
    ],
  },
];

/** 800 + 100 = 900, 900 + 100 = 1000 */
const detailed: DocumentSpec = [
  '某县司法局2024年部门预算公开',
  {
    title: '收入总表（单位：万元）',
    rows: [
      ['项目', '预算数'],
      ['财政拨款收入', '900.00'],
      ['一般公共预算', '800.00'],
      ['政府性基金', '100.00'],
      ['事业收入', '100.00'],
      ['本年收入合计', '1000.00'],
      ['上年结转', '50.00'],
      ['收入总计', '1050.00'],
    ],
  },
];

describe.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('the account of a year in %s', (_, layout) => {
  const said = (spec: DocumentSpec, verdict: string) =>
    auditDocument(layout(spec)).findings.filter((each) => each.verdict === verdict);

  test.each([
    ['final accounts', account],
    ['a budget', budget],
    ['lines that detail the one above without a word', detailed],
  ])('is right: %s', (_name, spec) => {
    expect(said(spec, 'contradiction')).toEqual([]);
    expect(said(spec, 'doubtful')).toEqual([]);
  });
  test.each([
    ['a line of income', account, ['"20.00"', '"30.00"'], { a: '900', b: '910' }],
    ['a line of spending', account, ['"250.00"', '"260.00"'], { a: '950', b: '960' }],
    ['what was carried in', account, ['"80.00"', '"60.00"'], { a: '990', b: '970' }],
    ['what is left', account, ['"15.00"', '"45.00"'], { a: '990', b: '1020' }],
    [
      'one of the two sums',
      budget,
      ['"收入总计","1050.00"', '"收入总计","1150.00"'],
      { a: '1150', b: '1050' },
    ],
    ['a line of the budget', budget, ['"300.00"', '"350.00"'], { a: '1050', b: '1100' }],
  ] as const)('and where it is wrong that is found: %s', (_name, spec, [from, to], wanted) => {
    expect(said(changed(spec, from, to), 'contradiction')).toContainEqual(expect.objectContaining(wanted));
  });
});
