import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { DocumentSpec } from '../fixtures/document.ts';
import { across } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';
import { fromText } from '../testing/extract.ts';

const accused = (extracted: Parameters<typeof auditDocument>[0]) =>
  auditDocument(extracted).findings.filter(({ verdict }) => verdict === 'contradiction');

/** 60 + 40 = 100, 30 + 10 = 40; 70 + 30 = 100 */
const report = (total: string): DocumentSpec => [
  '某县林业局2023年度部门决算公开',
  {
    title: '支出决算表（单位：万元）',
    rows: [
      ['科目名称', '本年支出合计', '基本支出', '项目支出'],
      ['栏次', '1', '2', '3'],
      ['合计', total, '60.00', '40.00'],
      ['农林水支出', '70.00', '40.00', '30.00'],
      ['住房保障支出', '30.00', '20.00', '10.00'],
    ],
  },
];

describe.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('the row that numbers the columns in %s', (_, layout) => {
  test('is no row of figures', () => expect(accused(layout(report('100.00')))).toEqual([]));
  test('and hides none', () => {
    // 60 + 40 = 100, not 110
    expect(accused(layout(report('110.00')))).toContainEqual(
      expect.objectContaining({ kind: 'sum', a: '110', b: '100' }),
    );
  });
});

describe.each([[['甲', '1', '2', '3']], [['甲', '乙', '1', '2']]])('lettered and numbered: %j', (counter) => {
  const twoLabels = counter[1] === '乙';
  // 52 + 48 = 100, 30 + 20 = 50
  const rows = twoLabels
    ? [
        ['指标名称', '计量单位', '本年', '上年'],
        counter,
        ['居民支出', '元', '52110', '40000'],
        ['居民收入', '元', '60200', '50000'],
      ]
    : [
        ['指标', '合计', '城镇', '农村'],
        counter,
        ['培训人次', '52110', '40000', '12110'],
        ['服务人次', '100', '70', '30'],
      ];
  const spec: DocumentSpec = ['某县人社局2023年度统计公报', { title: '主要指标', rows }];
  test.each([asGrid, asTabbedRows])('%o is no row of figures', (layout) =>
    expect(accused(layout(spec))).toEqual([]),
  );
});

test('numbers without their name are counted as well', () => {
  // 9 + 17 = 26 and 8 + 17 = 25
  const found = accused(
    asGrid([
      '某县林业局2023年度部门决算公开',
      {
        title: '“三公”经费支出决算表（单位：万元）',
        rows: [
          [across('预算数', 3), across('决算数', 3)],
          ['合计', '公务用车运行费', '公务接待费', '合计', '公务用车运行费', '公务接待费'],
          ['1', '2', '3', '4', '5', '6'],
          ['26.00', '17.00', '9.00', '25.00', '17.00', '8.00'],
        ],
      },
    ]),
  );
  expect(found).toEqual([]);
});

test('three lists side by side are three tables', () => {
  // 900 + 100 = 1000 = 700 + 300 = 600 + 400
  const found = accused(
    asGrid([
      '某县司法局2024年部门预算公开',
      {
        title: '收支总表（单位：万元）',
        rows: [
          [across('收入', 2), across('支出', 4)],
          ['项目', '预算数', '按功能分类', '预算数', '按支出性质分类', '预算数'],
          ['一般公共预算拨款收入', '900.00', '公共安全支出', '700.00', '基本支出', '600.00'],
          ['事业收入', '100.00', '住房保障支出', '300.00', '项目支出', '400.00'],
          ['本年收入合计', '1000.00', '本年支出合计', '1000.00', '本年支出合计', '1000.00'],
        ],
      },
    ]),
  );
  expect(found).toEqual([]);
});

const cells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n');

test.each([
  [
    'names below a merged one',
    // 30 + 4 + 4 = 38, 29 + 4 + 3 = 36
    [
      ['单位', '编制数', '实有数'],
      ['小计', '行政', '事业', '工勤', '小计', '行政', '事业', '工勤'],
      ['局机关', '38', '30', '4', '4', '36', '29', '4', '3'],
      ['园林所', '26', '0', '24', '2', '24', '0', '23', '1'],
      ['合计', '64', '30', '28', '6', '60', '29', '27', '4'],
    ],
  ],
  [
    'names of which some are lost',
    // 120 + 1900 + 80 = 2100
    [
      ['机构名称', '收入合计', '其中：'],
      ['上年结转', '公共财政拨款', '其他收入'],
      ['局机关及二级机构汇总', '2100.00', '120.00', '1900.00', '80.00'],
      ['局机关', '1300.00', '80.00', '1200.00', '20.00'],
      ['质监站', '800.00', '40.00', '700.00', '60.00'],
    ],
  ],
  [
    'rows that begin with the name of their group',
    // 18 + 2 = 20, 5 + 1 = 6
    [
      ['申请人情况', '自然人', '商业企业', '总计'],
      ['本年新收', '36', '4', '40'],
      ['办理结果', '予以公开', '18', '2', '20'],
      ['部分公开', '5', '1', '6'],
      ['不予公开', '国家秘密', '0', '1', '1'],
      ['无法提供', '12', '0', '12'],
      ['结转下年', '1', '0', '1'],
    ],
  ],
])('a dump that lost its merged cells accuses nobody: %s', (_, rows) => {
  const text = `某县某局2023年度工作情况\n\n${cells(rows)}\n2023年收入合计2100.00万元。\n`;
  expect(accused(fromText(text))).toEqual([]);
});
