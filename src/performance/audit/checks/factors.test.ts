import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused, said } from '../testing/sentence.ts';

describe('what is multiplied is no member of a sum', () => {
  test.each([
    // 1500 × 1200 = 180万, 12 × 8.5 = 102, 180 + 102 = 282, 282 + 4 = 286
    '改造户厕1500户，每户奖补1200元，预算180万元；新建公厕12座，每座8.5万元，预算102万元，合计282万元，年中中央追加宣传资金4万元，全年预算286万元。',
    // 120 × 2400 = 28.8万, 80 × 3000 = 24万, 28.8 + 24 = 52.8
    '补助资金：脱贫户120户，人均2400元，28.8万元；一般户80户，每户3000元，24万元，合计52.8万元。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'consistent')).toContain('sum');
  });
  test.each([
    // 2.1万 × 2400 + 1.5万 × 1500 = 7290万
    '建设任务3.6万亩（新建2.1万亩，改造提升1.5万亩），亩均投资分别为2400元、1500元，总投资7290万元。',
    // 20 × 4500 + 10 × 1800 = 10.8万
    '购置电脑20台、打印机10台，单价分别为4500元、1800元，总价10.8万元。',
    '一等奖2名、二等奖5名，每名分别奖励5000元、3000元，共2.5万元。',
    // 5 + 2 × 3 + 3 × 1 = 14
    '一等奖1个奖励5万元，二等奖2个每个奖励3万元，三等奖3个每个奖励1万元，合计14万元。',
    '一等奖1个奖励5万元，二等奖2个奖励6万元，三等奖3个每个奖励1万元，合计14万元。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
  test('and its products still are', () => {
    const text =
      '改造户厕1500户，每户奖补1200元，预算180万元；新建公厕12座，每座8.5万元，预算102万元，合计292万元。';
    expect(accused(text)).toEqual(['sum']); // 282
  });
});

describe('money of which a further part came later', () => {
  test.each([
    // 500 + 30 = 530
    '总投资500万元，其中中央300万元、省级150万元、县级50万元，另群众自筹30万元，合计530万元。',
    '年初预算282万元，其中户厕180万元、公厕98万元、宣传4万元，年中追加中央资金4万元，共286万元。',
    '年初安排282万元，其中户厕180万元、公厕102万元，年中中央追加4万元、省级追加6万元，合计292万元。',
    '省级200万元、县级100万元，合计300万元，另有中央资金20万元，总额320万元。',
    '项目资金300万元，其中省级200万元、县级80万元；年中中央追加20万元。',
    // 274.44 ÷ (282 + 4) = 95.96 %
    '预算资金282万元，其中省级180万元、县级102万元；年中中央追加4万元，支出274.44万元，执行率95.96%。',
  ])('belongs to the total: %s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });
  test('which must hold it', () => {
    // 500 + 30 = 530
    const text = '总投资500万元，其中中央300万元、省级150万元、县级50万元，另群众自筹30万元，合计560万元。';
    expect(accused(text)).toContain('sum');
  });
});

describe('what was counted is the noun behind its measure word', () => {
  const crossed = (sentence: string, head = '网格数'): readonly string[] =>
    auditDocument(
      fromText(
        [
          '街道2023年度网格化治理情况',
          sentence,
          `社区\t${head}\t上报数`,
          '甲社区\t41\t835',
          '乙社区\t27\t500',
          '合计\t68\t1335',
        ].join('\n'),
      ),
    )
      .findings.filter(({ kind, verdict }) => kind === 'cross' && verdict !== 'consistent')
      .map(({ verdict }) => verdict);

  test('网格员 are no 网格, and people no things', () => {
    expect(crossed('街道5个社区、68个网格、136名专兼职网格员共上报事件1335件。')).toEqual([]);
    expect(crossed('各社区网格72名。', '网格数（个）')).toEqual([]);
  });
  test('while the very thing in the very unit is held against the table', () => {
    expect(crossed('网格86个，上报1335件。', '网格数（个）')).toEqual(['contradiction']);
  });
});
