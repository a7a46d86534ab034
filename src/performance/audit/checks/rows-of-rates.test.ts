import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const accused = (row: string): readonly string[] =>
  auditDocument(
    fromText(
      [
        '某局2023年度收入情况表',
        '项目\t合计\t税收\t非税',
        '2022年\t900\t620\t280',
        '2023年\t960\t670\t290',
        row,
      ].join('\n'),
    ),
  )
    .findings.filter(({ kind, verdict }) => kind === 'sum' && verdict !== 'consistent')
    .map(({ calc }) => calc);

describe('a row of rates adds up to nothing', () => {
  test.each([
    // 60 ÷ 900, 50 ÷ 620, 10 ÷ 280
    '增减%\t6.67\t8.06\t3.57',
    '增减（%）\t6.67\t8.06\t3.57',
    '同比（%）\t6.67\t8.06\t3.57',
    '同比\t6.67%\t8.06%\t3.57%',
    '较上年增幅\t6.67\t8.06\t3.57',
    '执行率\t96.2%\t95.4%\t98.1%',
    '完成预算（%）\t96.2\t95.4\t98.1',
    '人均（元）\t1702\t2560\t1349',
  ])('growth, completion and means of the parts: %s', (row) => {
    expect(accused(row)).toEqual([]);
  });

  test.each([
    '2024年\t1090\t700\t300',
    '增减额\t69\t50\t10',
    '同比增减\t69\t50\t10',
    '占比（%）\t100\t69.8\t39.2',
  ])('amounts, differences and shares do: %s', (row) => {
    expect(accused(row)).toHaveLength(1);
  });
});
