import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const verdicts = (text: string): readonly string[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`)).findings.map(
    ({ kind, verdict }) => `${kind} ${verdict}`,
  );

describe('one sentence', () => {
  test.each([
    // 970 + 130 = 1100 > 1090
    ['共办理业务1090件，其中区直业务970件、市直业务130件。', 'sum contradiction'],
    // 其中 need not name all: a question only
    ['共受理业务1000件，其中甲类业务500件、乙类业务450件。', 'sum doubtful'],
    // 直接答复 and 转办 leave no third
    ['共受理诉求1000件，其中直接答复800件、转办190件。', 'sum contradiction'],
    ['回访工单500件，不满意10件，不满意率3%。', 'rate contradiction'], // 2 %
    ['受理诉求2000件，2022年为1600件，同比增长20%。', 'growth contradiction'], // 25 %
    ['受理诉求2000件，同比增加400件，增长25%。', 'growth consistent'], // 400 / 1600
    ['办结率由97%提高到98.5%，提高2.5个百分点。', 'growth contradiction'], // 1.5
    ['回访工单1110件，不满意率9.39%。', 'integer contradiction'], // 104 → 9.37, 105 → 9.46
    ['收到评价34874条，满意率99.97%。', ''], // 34864 of them: a whole number gives it
    ['共登记企业120.5家。', 'integer contradiction'],
    ['好评率达到101%。', 'order contradiction'],
    ['内设办公室、人事股、财务股4个股室。', 'enumeration contradiction'],
    ['内设办公室、人事股、财务股等3个股室。', 'enumeration consistent'],
    ['涉及住建、城管、交通等20个部门。', ''], // 等 leaves it open
    ['抓好三项工作：一是建章立制；二是强化培训；三是严格督查；四是总结提升。', 'enumeration contradiction'],
    ['2月30日召开会议。', 'date contradiction'],
    ['2023年9月10日至2023年8月10日集中整治。', 'date contradiction'],
    ['共受理近1000件，其中甲类500余件、乙类600余件。', ''], // approximate figures accuse nobody
    ['全年收入500万元，其中财政拨款300万元。', ''], // one part of several
    ['人均支出增加5元，日均受理20.5件。', ''], // an average need not be whole
  ])('%s', (text, expected) => {
    const found = verdicts(text);
    if (expected === '') expect(found.filter((each) => !each.endsWith('consistent'))).toEqual([]);
    else expect(found).toContain(expected);
  });

  test('more due than received is a question, with both differences', () => {
    const { findings } = auditDocument(
      fromText('2020年共受理工单1000件；信箱办信30件。其中，应办理工单1010件，已办理1010件。'),
    );
    const order = findings.find(({ kind }) => kind === 'order');
    // 1010 − 1000 = 10; 1010 − 1030 = −20
    expect(order).toMatchObject({ verdict: 'doubtful', a: '1010', b: '1000', difference: '10' });
    expect(order?.calc).toContain('−20');
  });
});
