import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { accused } from '../testing/sentence.ts';

const scored = (name: string, target: string, actual: string): readonly string[] =>
  auditDocument(
    asGrid([
      '某局2023年度项目支出绩效自评报告',
      {
        title: '绩效目标完成情况',
        rows: [
          ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
          ['管网长度', '12.5公里', '12.6公里', '40', '40'],
          ['群众满意率', '≥90%', '93%', '40', '40'],
          [name, target, actual, '20', '20'],
          ['合计', '', '', '100', '100'],
        ],
      },
    ]),
  )
    .findings.filter(({ verdict }) => verdict === 'contradiction')
    .map(({ kind }) => kind);

describe('a bare target does not say which side is the better', () => {
  test.each([
    ['平均办理时长', '7.50天', '7.42天'],
    ['管网漏损率', '12%', '10.6%'],
    ['每公里造价', '86万元', '82万元'],
  ])('%s %s, %s', (...row) => expect(scored(...row)).toEqual([]));
  test('while a sign does', () => expect(scored('平均办理时长', '≤7.50天', '7.62天')).toEqual(['target']));
  test('and so does a thing that is wanted', () =>
    expect(scored('改造面积', '860亩', '820亩')).toEqual(['target']));
});

describe('more than a hundred per cent', () => {
  test.each([
    '入户覆盖率102.6%（含流动人口）。',
    '结案率101.6%（含旧存）。',
    '净稳定资金比例136.8%，投保覆盖率116%。',
  ])('%s can be', (text) => expect(accused(text)).toEqual([]));
  test.each(['群众满意率103.5%。', '税收占比102.6%。'])('%s cannot', (text) =>
    expect(accused(text)).toEqual(['order']),
  );
});
