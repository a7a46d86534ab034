import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Audit } from '../audit.ts';
import { across } from '../fixtures/document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { fromText } from '../testing/extract.ts';

const sheet = (...rows: readonly string[]): Audit =>
  auditDocument(fromText(['青溪县粮食局2023年度部门整体支出绩效自评表', ...rows].join('\n')));
const rowOf = ({ score }: Audit, name: string) => score?.rows.find((row) => row.name === name);
const accused = ({ findings }: Audit): readonly string[] =>
  findings.filter(({ verdict }) => verdict === 'contradiction').map(({ calc }) => calc);

describe('a score sheet is found by its columns in any order', () => {
  test.each([
    [
      'four columns',
      '指标\t分值\t评分标准\t得分',
      (name: string, full: string, points: string) => [name, full, '酌情评定', points],
    ],
    [
      'the score first',
      '指标\t得分\t分值\t评分标准',
      (name: string, full: string, points: string) => [name, points, full, '酌情评定'],
    ],
    [
      'target and result',
      '指标\t权重\t目标值\t完成值\t得分',
      (name: string, full: string, points: string) => [name, full, '≥90%', '95%', points],
    ],
    [
      'matters',
      '评估内容\t标准分\t考核办法\t自评分',
      (name: string, full: string, points: string) => [name, full, '酌情评定', points],
    ],
  ] as const)('%s', (_, header, row) => {
    const lines = [row('储备规模', '40', '38'), row('库存检查', '60', '57')].map((cells) => cells.join('\t'));
    // 38 + 57 = 95 of 40 + 60 = 100
    expect(sheet(header, ...lines).score).toMatchObject({ full: '100', claimed: '95', recomputed: '95' });
  });
});

describe('a figure written beside the score', () => {
  const header = '指标\t分值\t评分标准\t得分\t扣分原因';
  const rule = '满意度≥95%得20分；85%（含）-95%得15分；85%以下不得分';
  const noted = (note: string, points = '20') =>
    rowOf(
      sheet(header, `储户满意度\t20\t${rule}\t${points}\t${note}`, '仓储安全\t80\t酌情评定\t80\t'),
      '储户满意度',
    );

  test.each(['满意度91.3%', '抽样满意度为91.3%', '未达到95%的目标，实际91.3%'])(
    '%s is what the rule asks for',
    (note) => {
      expect(noted(note)).toMatchObject({ status: 'contradicts', recomputed: '15' });
      expect(noted(note, '15')).toMatchObject({ status: 'agrees', recomputed: '15' });
    },
  );

  test.each(['低于95%的目标', '上年为91.3%', '20分对应的满意度为91.3%', '问卷回收率91.3%', '约91.3%'])(
    '%s is no such figure',
    (note) => expect(noted(note)).toMatchObject({ status: 'no-figure', recomputed: null }),
  );

  test('has its place', () => {
    const audit = sheet(header, `储户满意度\t20\t${rule}\t20\t满意度91.3%`, '仓储安全\t80\t酌情评定\t80\t');
    const found = audit.findings.find(({ kind, verdict }) => kind === 'rule' && verdict === 'contradiction');
    // The title is line 1, the header line 2.
    expect(found?.where).toContainEqual(expect.objectContaining({ line: 3, text: '满意度91.3%' }));
  });

  test('may be what was planned and what was done', () => {
    const rowed = rowOf(
      sheet(
        header,
        '轮换任务完成率\t20\t得分=完成率×分值\t19\t计划40批，完成38批',
        '仓储安全\t80\t酌情评定\t80\t',
      ),
      '轮换任务完成率',
    );
    // 38 / 40 = 95 %; 95 % × 20 = 19
    expect(rowed).toMatchObject({ status: 'agrees', recomputed: '19' });
  });
});

describe('a rate of the running text', () => {
  const noted = (sentence: string) =>
    rowOf(
      sheet(
        sentence,
        '指标\t分值\t评分标准\t得分\t扣分原因',
        '救助任务完成率\t15\t完成率100%计15分，每低1个百分点扣1分，扣完为止\t15\t',
        '仓储安全\t85\t酌情评定\t85\t',
      ),
      '救助任务完成率',
    );
  // 100 − 97 = 3 points off; of another matter it says nothing.
  test.each([
    ['计划新建养老服务设施5处，建成4处，完成率80%。', { status: 'no-figure', recomputed: null }],
    ['全年临时救助任务完成率97%。', { status: 'contradicts', recomputed: '12' }],
    ['全年救助困难群众1455人次，完成率97%。', { status: 'contradicts', recomputed: '12' }],
  ])('%s is held to the row it speaks of', (sentence, wanted) => {
    expect(noted(sentence)).toMatchObject(wanted);
  });
});

describe('points that are a rate times the weight', () => {
  const scored = (points: string) =>
    rowOf(
      sheet(
        '指标\t分值\t评分标准\t实际值\t得分',
        `仓容完成率\t15\t得分=完成率×分值\t91.37%\t${points}`,
        `仓储安全\t85\t酌情评定\t\t85`,
      ),
      '仓容完成率',
    );
  // 91.37 % × 15 = 13.7055
  test.each(['13.71', '13.70', '13.7', '14'])('may be printed as %s', (points) => {
    expect(scored(points)).toMatchObject({ status: 'agrees' });
  });
  test.each(['13.82', '13.5', '15'])('are not %s; the exact score keeps two decimals', (points) => {
    expect(scored(points)).toMatchObject({ status: 'contradicts', recomputed: '13.71' });
  });
});

describe('a row that does not apply', () => {
  const rows = [
    '指标\t分值\t评分标准\t得分\t说明',
    '储备规模\t50\t酌情评定\t47\t',
    '外贸采购\t10\t酌情评定\t—\t不适用',
    '仓储安全\t40\t酌情评定\t36\t',
    '合计\t100\t\t83\t',
  ];
  test('leaves the full mark, and the grade is that of the share reached', () => {
    // 47 + 36 = 83 of 50 + 40 = 90: 92.22 of a hundred is 优, 83 would be 良
    const audit = sheet(...rows, '按适用指标折算为92.22分，评价等级为优。');
    expect(audit.score).toMatchObject({
      full: '90',
      claimed: '83',
      grade: { claimed: '优', recomputed: '优' },
    });
    expect(accused(audit)).toEqual([]);
  });
  test('makes the converted score one to be checked', () => {
    const audit = sheet(...rows, '按适用指标折算为95.22分，评价等级为优。');
    expect(audit.findings).toContainEqual(
      expect.objectContaining({ kind: 'rate', verdict: 'contradiction', a: '95.22', b: '92.22' }),
    );
  });
});

test('points beside the hundred are left out of the weights and may lift the total no higher', () => {
  const audit = sheet(
    '指标\t分值\t评分标准\t得分',
    '储备规模\t60\t酌情评定\t60',
    '仓储安全\t40\t酌情评定\t39',
    '加分项：省级表彰\t5\t每项加5分\t5',
    '总分\t100\t\t100',
  );
  expect(accused(audit)).toEqual([]);
  expect(audit.score).toMatchObject({ full: '100', claimed: '100' });
});

test('ten points that only the rate of spending can have are asked for, not missed', () => {
  const audit = sheet(
    '指标\t分值\t完成值\t得分',
    '储备规模\t50\t5万吨\t50',
    '仓储安全\t40\t无事故\t40',
    '总分\t100\t\t99.2',
  );
  expect(accused(audit)).toEqual([]);
  expect(audit.findings.filter(({ verdict }) => verdict === 'doubtful').map(({ kind }) => kind)).toEqual([
    'form',
    'sum',
  ]);
});

test('a surplus and what was carried in may stand in a sentence', () => {
  const audit = sheet(
    '基础数据：编制30人；本年结余18.6万元，上年结转25.4万元。',
    '指标\t分值\t评分标准\t得分',
    '资金结余\t10\t无结余得10分；有结余但不超过上年结转得6分；超过上年结转不得分\t10',
    '仓储安全\t90\t酌情评定\t90',
  );
  // 0 < 18.6 ≤ 25.4
  expect(rowOf(audit, '资金结余')).toMatchObject({ status: 'contradicts', recomputed: '6' });
});

describe('a rate in the row', () => {
  const staffed = (rate: string) =>
    sheet(
      '基础数据：编制40人，在职36人。',
      '指标\t分值\t评分标准\t实际值\t得分',
      `在职人员控制率\t10\t控制率≤100%得10分；每超过一个百分点扣1分，扣完为止\t${rate}\t10`,
      '仓储安全\t90\t酌情评定\t\t90',
    ).findings.filter(({ kind }) => kind === 'rate');

  test('that the figures elsewhere do not give is asked about', () => {
    // 36 / 40 = 90 %
    expect(staffed('95%')).toEqual([expect.objectContaining({ verdict: 'doubtful', a: '95', b: '90' })]);
  });
  test('that they do give is not', () => expect(staffed('90.00%')).toEqual([]));
});

test('a sentence in one cell below the sheet is read', () => {
  const text = '说明：全年轮换粮食1200吨，其中小麦700吨、稻谷450吨、玉米90吨。';
  const rows = [
    ['指标', '分值', '评分标准', '得分'],
    ['储备规模', '60', '酌情评定', '60'],
    ['仓储安全', '40', '酌情评定', '40'],
  ];
  const spec = [{ title: '部门整体支出绩效自评表', rows: [...rows, [across(text, 4)]] }];
  // 700 + 450 + 90 = 1240
  expect(accused(auditDocument(asGrid(spec)))).toHaveLength(1);
});

describe('what the rows lose is taken off, and what a row would gain is not put on', () => {
  const graded = (...points: readonly string[]) =>
    sheet(
      '指标\t分值\t评分标准\t实际值\t得分',
      `储户满意度\t30\t≥95%得30分；85%（含）-95%得20分；85%以下不得分\t96%\t${points[0]}`,
      `库存完好率\t20\t≥99%得20分；99%以下得10分\t98%\t${points[1]}`,
      '仓储安全\t50\t酌情评定\t\t50',
    );

  test('a score under the rule is a finding and lifts no total', () => {
    // 96 % gives 30, 26 is claimed; 98 % gives 10 as claimed: 26 + 10 + 50 = 86
    const audit = graded('26', '10');
    expect(rowOf(audit, '储户满意度')).toMatchObject({ status: 'contradicts', recomputed: '30' });
    expect(audit.score).toMatchObject({ claimed: '86', recomputed: '86', range: { low: '86', high: '86' } });
  });

  test('nor does it make up for another row', () => {
    // 26 + 20 + 50 = 96; the second row has 10 too many
    expect(graded('26', '20').score).toMatchObject({ claimed: '96', recomputed: '86' });
  });
});

test('a bare award may be given in part', () => {
  const audit = sheet(
    '指标\t分值\t评分标准\t得分',
    '管理制度\t50\t制度健全50分\t48',
    '安全\t50\t酌情评定\t50',
  );
  expect(accused(audit)).toEqual([]);
  expect(rowOf(audit, '管理制度')).toMatchObject({ status: 'judged' });
});

test('what was not recognised is not said to be absent', () => {
  const audit = sheet(
    '指标\t分值\t评分标准\t得分',
    '政府采购执行率\t50\t100%得50分，每低1个百分点扣1分\t50',
    '仓储安全\t50\t酌情评定\t50',
  );
  expect(rowOf(audit, '政府采购执行率')?.because).toMatch(/未能识别实际政府采购金额、政府采购预算数/);
});

describe('figures under the name of the unit itself', () => {
  const staffed = (sentence: string) =>
    rowOf(
      sheet(
        sentence,
        '指标\t分值\t评分标准\t得分',
        '在职人员控制率\t10\t控制率≤100%得10分；每超过一个百分点扣1分，扣完为止\t10',
        '仓储安全\t90\t酌情评定\t90',
      ),
      '在职人员控制率',
    );
  // 36 / 40 = 90 %
  test.each([
    '编制数40人，在职人员36人。',
    '县粮食局编制数40人，在职人员36人。',
    '青溪县粮食局编制40人，在职36人。',
  ])('%s', (text) => expect(staffed(text)).toMatchObject({ status: 'agrees' }));
  test('and not under the name of another', () =>
    expect(staffed('县林业局编制数40人。')).toMatchObject({ status: 'no-figure' }));
});

describe('预算数 beside 完成数', () => {
  const executed = (sentence: string) =>
    sheet(
      sentence,
      '指标\t分值\t评分标准\t得分',
      '预算完成率\t50\t100%得50分，每低1个百分点扣1分\t50',
      '仓储安全\t50\t酌情评定\t50',
    );

  test('is the rate of completion, and whether of the whole budget is asked', () => {
    // 960 / 1000 = 96 %: four points off
    const audit = executed('预算数1000万元，完成数960万元。');
    expect(rowOf(audit, '预算完成率')).toMatchObject({ status: 'contradicts', recomputed: '46' });
    expect(accused(audit)).toEqual([]);
    expect(audit.score).toMatchObject({ recomputed: '96', range: { high: '100' } });
  });
  test.each([
    '办案经费预算数1000万元，完成数960万元。',
    '预算数1000万元，完成数960万元。预算数200万元，完成数190万元。',
  ])('not where it is of something else, or twice: %s', (text) =>
    expect(rowOf(executed(text), '预算完成率')).toMatchObject({ status: 'no-figure' }),
  );
});

test('the subtotal inside a group is no row of the sheet', () => {
  const audit = sheet(
    '一级指标\t二级指标\t分值\t评分标准\t得分',
    '决策\t项目立项\t15\t酌情评定\t14',
    '\t绩效目标\t5\t酌情评定\t5',
    '\t小计\t20\t\t19',
    '产出\t数量\t50\t酌情评定\t48',
    '\t质量\t30\t酌情评定\t30',
    '\t小计\t80\t\t78',
    '合计\t\t100\t\t97',
  );
  // 14 + 5 + 48 + 30 = 97 of 15 + 5 + 50 + 30 = 100
  expect(audit.score).toMatchObject({ full: '100', claimed: '97' });
  expect(audit.score?.rows.map(({ name }) => name)).toEqual(['项目立项', '绩效目标', '数量', '质量']);
  expect(accused(audit)).toEqual([]);
});
