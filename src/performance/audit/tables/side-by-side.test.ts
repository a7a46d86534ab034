import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Finding } from '../audit.ts';
import { across, down } from '../fixtures/document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const findingsOf = (...rows: readonly (readonly string[])[]): readonly Finding[] =>
  auditDocument(
    asGrid([
      '某县林业局2023年度部门决算报告',
      '本年收入合计900.00万元，本年支出合计890.00万元。',
      { title: '收入支出决算总表（单位：万元）', rows },
    ]),
  ).findings;

// 870 + 30 = 900 + 30 carried in = 930; 300 + 590 = 890 + 40 left = 930
const body = (spent: string): readonly (readonly string[])[] => [
  ['财政拨款收入', '870.00', '卫生健康支出', '300.00'],
  ['其他收入', '30.00', '农林水支出', '590.00'],
  ['本年收入合计', '900.00', '本年支出合计', spent],
  ['上年结转', '30.00', '年末结转', '40.00'],
  ['总计', '930.00', '总计', '930.00'],
];

test.each([[['项目', '金额', '项目', '金额']], [['收入项目', '金额', '支出项目', '金额']]])(
  'income on the left and spending on the right are two tables: %s',
  (header) => {
    const findings = findingsOf(header, ...body('890.00'));
    expect(findings.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
  },
);

test('the words of each half are those of its own figures', () => {
  const findings = findingsOf(['项目', '金额', '项目', '金额'], ...body('980.00'));
  const [cross] = findings.filter(({ kind, verdict }) => kind === 'cross' && verdict === 'doubtful');
  // 980 in the right half against 890 in the sentence
  expect(cross).toMatchObject({ a: '890', b: '980' });
});

test('levels of indicators with their weights are one sheet', () => {
  // 10 + 9 + 40 + 38.5 = 97.5
  const { score } = auditDocument(
    asGrid([
      '某县2023年度项目支出绩效自评报告',
      {
        title: '评分表',
        rows: [
          ['一级指标', '分值', '二级指标', '分值', '自评得分'],
          [down('决策', 2), down('20', 2), '项目立项', '10', '10'],
          ['绩效目标', '10', '9'],
          [down('产出', 2), down('80', 2), '改造户数', '40', '40'],
          ['验收合格率', '40', '38.5'],
          [across('合计', 3), '100', '97.5'],
        ],
      },
    ]),
  );
  expect(score).toMatchObject({ full: '100', claimed: '97.5' });
  expect(score?.rows.map(({ path }) => path)).toContain('产出/验收合格率');
});
