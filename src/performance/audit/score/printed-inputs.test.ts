import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Audit } from '../audit.ts';
import { fromText } from '../testing/extract.ts';

const HEADER = '指标\t分值\t评分标准\t得分\t扣分原因和说明';
const audited = (row: string, note: string, text = ''): Audit =>
  auditDocument(
    fromText(
      [
        '青溪县住建局2023年度部门整体支出绩效自评表',
        text,
        HEADER,
        `${row}\t${note}`,
        '日常工作\t80\t酌情评定\t80\t',
      ].join('\n'),
    ),
  );
const first = ({ score }: Audit) => score?.rows[0];

const CHANGE = '“三公经费”变动率\t20\t变动率≤0，计20分；每超过一个百分点扣1分，扣完为止\t20';
const CONTROL = '“三公经费”控制率\t20\t三公经费控制率≤100%，计20分；每超过一个百分点扣1分，扣完为止\t20';
const ADJUSTED = '预算调整率\t20\t=0，计20分；0-10%（含），计15分；10-20%（含），计10分；大于20%不得分\t15';
const BOUGHT = '政府采购执行率\t20\t等于100%的，得20分；每减少一个百分点，扣0.2分，扣完为止\t19.2';
const STAFF = '财政供养人员控制率\t20\t在职人员控制率≤100%，计20分；每超过一个百分点扣0.5分，扣完为止\t20';
const GROWN = '旅游收入增长率\t20\t≥8%得20分，每低1个百分点扣1分\t20';
const SAMPLED = '食品安全抽检任务完成率\t20\t≥100%计20分，每低1个百分点扣1分，扣完为止\t20';
const SETTLED = '投诉举报按时办结率\t20\t≥98%计20分，每低1个百分点扣2分，扣完为止\t20';

describe('what a row prints beside its score is its input', () => {
  test.each([
    [CHANGE, '变动率-7.43%'],
    [CHANGE, '本年度预算26万元，上年度预算28万元'], // (26 − 28) ÷ 28 = −7.14 %
    [CONTROL, '22.47/26.00=86.42%'],
    [ADJUSTED, '218.40÷4280.00=5.10%'],
    [BOUGHT, '1286.5/1342.0=95.86%'], // 4.14 points short: 4 steps, 20 − 0.8
    [STAFF, '在职83人/编制86人'], // 83 ÷ 86 = 96.51 %
    [GROWN, '增长率11.25%'],
    [SAMPLED, '计划1340批次，实际完成1352批次'], // 1352 ÷ 1340 = 100.9 %
  ])('%s: %s', (row, note) => expect(first(audited(row, note))).toMatchObject({ status: 'agrees' }));

  test('and contradicts a score it does not give', () => {
    // (30 − 28) ÷ 28 = 7.14 %: seven whole steps of one point.
    expect(first(audited(CHANGE, '本年度预算30万元，上年度预算28万元'))).toMatchObject({
      status: 'contradicts',
      recomputed: '13',
    });
  });
});

test("the row's own figures stand before those of the text", () => {
  const text = '“三公”经费预算12.00万元，实际支出9.64万元。';
  // (13.5 − 12) ÷ 12 = 12.5 %: twelve whole steps.
  expect(first(audited(CHANGE, '本年预算13.5万元，上年预算12万元', text))).toMatchObject({ recomputed: '8' });
});

describe('a rate of the running text that a row asks for', () => {
  test.each([
    [ADJUSTED, '年初预算批复3540.00万元，年中追加322.47万元，预算调整率9.11%。'],
    [SETTLED, '受理投诉举报2763件，按时办结2741件，按时办结率99.20%。'],
    [SAMPLED, '计划食品抽检1340批次，实际完成1352批次，完成率100.90%。'],
    [GROWN, '截至12月底接待游客318万人次，旅游收入增长率11.25%。'],
    [CHANGE, '三公经费支出31.52万元，上年为33.08万元，减少1.56万元，变动率-4.72%。'],
  ])('%s: %s', (row, text) => expect(first(audited(row, '', text))).toMatchObject({ status: 'agrees' }));

  test('is of the matter the row names', () => {
    expect(first(audited(SETTLED, '', '受理来信80件，按时办结75件，按时办结率93.75%。'))).toMatchObject({
      status: 'no-figure',
    });
  });
});

test('a printed division that is wrong is named', () => {
  const wrong = (row: string, note: string) =>
    audited(row, note)
      .findings.filter(({ verdict }) => verdict === 'contradiction')
      .map(({ kind, where }) => [kind, where[0]?.line]);
  // 218.4 ÷ 4280 = 5.10 %; 22.47 ÷ 26 = 86.42 %. The title, the header and the blank line stand before line 4.
  expect(wrong(ADJUSTED, '218.40÷4280.00=6.10%')).toEqual([['rate', 4]]);
  expect(wrong(CONTROL, '22.47/26.00=88.42%')).toEqual([['rate', 4]]);
  expect(wrong(CONTROL, '22.47/26.00=86.42%')).toEqual([]);
});
