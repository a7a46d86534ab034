import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const asked = (sentence: string, rows: readonly (readonly string[])[], title: string) =>
  auditDocument(asGrid(['某县民政局2023年预算执行情况', { title, rows }, sentence])).findings.filter(
    ({ kind, verdict }) => kind === 'rate' && verdict !== 'consistent',
  );

/** 892.5 ÷ 905 = 98.62 %, 2485.2 ÷ 2610 = 95.22 %, 3377.7 ÷ 3515 = 96.09 % */
const budget = [
  ['支出项目', '年初预算', '调整预算', '累计支出', '执行率'],
  ['基本支出', '860.00', '905.00', '892.50', '98.62%'],
  ['项目支出', '2400.00', '2610.00', '2485.20', '95.22%'],
  ['合计', '3260.00', '3515.00', '3377.70', '96.09%'],
];

test('a rate whose base stands in the row of its amount is not asked about', () => {
  const text =
    '全年部门预算3260.00万元，调整后预算3515.00万元，累计支出3377.70万元，执行率96.09%。其中基本支出892.50万元，执行率98.62%；项目支出2485.20万元，执行率95.22%。';
  expect(asked(text, budget, '预算执行情况表 单位：万元')).toEqual([]);
});

test('a column of units is no name of a row', () => {
  const { findings } = auditDocument(
    asGrid([
      '某县人社局2023年绩效自评报告',
      {
        title: '主要指标完成情况',
        rows: [
          ['指标', '单位', '年度目标', '完成数'],
          ['城镇新增就业', '人', '4200', '4386'],
          ['职业培训', '人次', '5000', '4920'],
        ],
      },
    ]),
  );
  const target = findings.find(({ kind, verdict }) => kind === 'target' && verdict === 'doubtful');
  expect(target?.calc).toContain('职业培训');
});
