import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { across } from '../fixtures/document.ts';
import { asGrid } from '../fixtures/layouts.ts';

test('the row of the total score is no goal', () => {
  const { findings } = auditDocument(
    asGrid([
      '某局2023年度项目支出绩效自评报告',
      {
        title: '绩效指标',
        rows: [
          ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
          ['改造户数', '120户', '120户', '60', '60'],
          ['验收合格率', '≥95%', '96%', '40', '38'],
          [across('总分（含预算执行率得分）', 3), '100', '98'],
        ],
      },
    ]),
  );
  const targets = findings.filter(({ kind }) => kind === 'target');
  expect(targets.map(({ verdict }) => verdict)).toEqual(['consistent', 'consistent']);
});

test('a target that the row itself says was missed is no question', () => {
  const open = (rate: string) =>
    auditDocument(
      asGrid([
        '某县人社局2023年工作总结',
        {
          title: '主要指标完成情况',
          rows: [
            ['指标', '目标数', '完成数', '完成率'],
            ['新增就业人数', '3800', '4028', '106.0%'],
            ['技能培训人次', '2400', '2280', rate],
          ],
        },
      ]),
    ).findings.filter(({ kind, verdict }) => kind === 'target' && verdict === 'doubtful');
  // 2280 ÷ 2400 = 95 %
  expect(open('95.0%')).toEqual([]);
  expect(open('')).toHaveLength(1);
});
