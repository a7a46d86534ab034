import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { across, changed, down, type DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';

/** 10 + 9 = 19, 40 + 38.5 = 78.5; 19 + 78.5 = 97.5 */
const sheet: DocumentSpec = [
  '某县2023年度项目支出绩效自评报告',
  {
    title: '评分表',
    rows: [
      ['一级指标', '二级指标', '分值', '自评得分'],
      [down('决策', 3), '项目立项', '10', '10'],
      ['绩效目标', '10', '9'],
      ['小计', '20', '19'],
      [down('产出', 3), '改造户数', '40', '40'],
      ['验收合格率', '40', '38.5'],
      ['小计', '80', '78.5'],
      [across('合计', 2), '100', '97.5'],
    ],
  },
];

describe.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('小计 in a score sheet printed as %s', (_, layout) => {
  const accused = (spec: DocumentSpec) =>
    auditDocument(layout(spec)).findings.filter(({ verdict }) => verdict === 'contradiction');

  test('is the sum of its rows', () => expect(accused(sheet)).toEqual([]));
  test.each([
    ['"78.5"', '"79.5"', { kind: 'sum', a: '79.5', b: '78.5' }],
    ['"80"', '"70"', { kind: 'sum', a: '70', b: '80' }],
  ])('and where it is not that is found: %s', (from, to, wanted) => {
    expect(accused(changed(sheet, from, to))).toContainEqual(expect.objectContaining(wanted));
  });
});

test('sub-totals gathered below the rows are of the groups they name', () => {
  const rows = [
    ['一级指标', '三级指标', '分值', '自评得分'],
    ['投入', '在职人员控制率', '5', '5'],
    ['投入', '“三公经费”变动率', '5', '5'],
    ['过程', '预算完成率', '50', '45'],
    ['过程', '管理制度健全性', '40', '39'],
    ['小计', '投入', '10', '10'],
    ['小计', '过程', '90', '84'],
    ['合计', '', '100', '94'],
  ];
  const accused = (from: string, to: string) =>
    auditDocument(
      asTabbedRows(changed(['某院2022年度部门整体支出绩效自评报告', { title: '评分表', rows }], from, to)),
    ).findings.filter(({ verdict, kind }) => verdict === 'contradiction' && kind === 'sum');
  expect(accused('"84"', '"84"')).toEqual([]);
  expect(accused('"84"', '"86"')).toEqual([expect.objectContaining({ a: '86', b: '84' })]);
});

test('其中 below the rows is what a group comes to, and no row', () => {
  const rows = [
    ['一级指标', '三级指标', '分值', '得分'],
    ['投入', '控制率', '30', '30'],
    ['过程', '完成率', '70', '66'],
    ['其中：投入', '', '30', '30'],
    ['其中：过程', '', '70', '66'],
    ['总计', '', '100', '96'],
  ];
  const audit = (from: string, to: string) =>
    auditDocument(
      asTabbedRows(changed(['某院2022年度部门整体支出绩效自评报告', { title: '评分表', rows }], from, to)),
    );
  expect(audit('"96"', '"96"')).toMatchObject({ score: { claimed: '96', recomputed: '96' } });
  expect(audit('"96"', '"96"').findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
});

test('a total its rows do not come to is recomputed from the rows', () => {
  // 10 + 9 + 40 + 38.5 = 97.5
  const score = (total: string) => auditDocument(asGrid(changed(sheet, '"97.5"', `"${total}"`))).score;
  expect(score('97.5')).toMatchObject({ claimed: '97.5', recomputed: '97.5' });
  expect(score('99.5')).toMatchObject({ claimed: '99.5', recomputed: '97.5' });
});

test('a rate times its points is written unrounded, so that rounding it is not done twice', () => {
  const rows = [
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['预算执行', '预算执行率', '100%', '94.85%', '10', '9.48'],
    ['产出', '改造户数', '≥40户', '42户', '90', '90'],
    ['总分', '', '', '', '100', '99.48'],
  ];
  const { score, findings } = auditDocument(
    asGrid(['某县2023年度项目支出绩效自评报告', { title: '', rows }]),
  );
  // 94.85 % × 10 = 9.485
  expect(score?.rows[0]).toMatchObject({ status: 'agrees', because: '94.85% × 10 = 9.485' });
  expect(findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
});

test('a total that says it holds the ten points of 预算执行率 is not asked about them', () => {
  // 50 + 40 = 90, 48 + 39 = 87; the rest is the rate's
  const total = (name: string) => [
    '某县2023年度项目支出绩效自评表',
    {
      title: '绩效指标',
      rows: [
        ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        ['改造户数', '≥40户', '42户', '50', '48'],
        ['验收合格率', '≥95%', '97%', '40', '39'],
        [across(name, 3), '100', '96.8'],
      ],
    },
  ];
  const asked = (name: string) =>
    auditDocument(asGrid(total(name))).findings.filter(({ calc }) => calc.includes('是否另有预算执行率'));
  expect(asked('总分（含预算执行率10分）')).toEqual([]);
  expect(asked('总分')).toHaveLength(2);
});
