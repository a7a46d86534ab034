import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused, said } from '../testing/sentence.ts';

describe('a product of printed factors', () => {
  test('1065 × 1000 元 is 106.50万元, not 116.50', () => {
    expect(accused('中职国家助学金1065人，每人1000元，共116.50万元。')).toEqual(['sum']);
  });
  test.each([
    '中职国家助学金1065人，每人1000元，共106.50万元。',
    // two terms a year, twelve months, a further factor
    '中职国家助学金1065人，每人每学期1000元，共213万元。',
    '特困供养对象120人，每人1000元/月，共144万元。',
    '资助学生1065人，每人最高1000元，共98.50万元。',
    '资助学生1065人，每人1000元，共116.50万元（含补发上年10万元）。',
    '资助学生1065人，每人不超过1000元，共98.50万元。',
    // 4 × 213 × 500
    '全年走访4次，慰问困难职工213人，每人500元，共42.6万元。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
  });
});

describe('a rate of closed cases', () => {
  test.each([
    '共受理各类案件4126件，审执结3248件，结案率82.6%。',
    '共受理各类案件4126件（含旧存518件），审执结3248件，结案率82.6%。',
  ])('3248 ÷ 4126 = 78.72 %%: %s', (text) => {
    expect(accused(text)).toEqual(['rate']);
  });
  test.each([
    '共受理各类案件4126件（含旧存518件），审执结3248件，结案率78.7%。',
    // 3248 ÷ (4126 − 518) = 90.02 %: of the new ones
    '共受理各类案件4126件（含旧存518件），审执结3248件，结案率90.0%。',
    '共受理案件4126件，审结2000件、执结1248件，结案率78.7%。',
    '新收案件3864件，审执结3587件，结案率85.9%，旧存312件。',
    '共受理案件4126件，其中新收3608件，审执结3248件，结案率78.7%。',
    '共受理案件4126件，审执结3248件，法定审限内结案率99.6%。',
    '共受理案件4126件，审执结3248件，同比上升4.2%，刑事案件结案率98.6%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
  });
});

describe('men and women leave no third', () => {
  const sentence = (women: string): string =>
    `全镇常住人口为42186人，其中男性21473人，占50.90%；女性${women}人，占49.10%。`;
  // 42186 − 21473 = 20713
  test('the two are the whole', () => {
    expect(accused(sentence('20713'))).toEqual([]);
    expect(accused(sentence('20813'))).toEqual(['sum']);
  });
});

describe('what is not added', () => {
  test.each([
    '医院在岗职工943人，其中卫生技术人员806人，占85.5%，高级职称118人（正高27人、副高91人）。',
    '集团在册员工412人，其中党员137人、本科及以上238人。',
    '从业人员512人，其中快递员316人，参加工伤保险298人，参保率94.3%。',
    '全年举办活动142场，其中讲座36场、展览18场、阅读推广74场，其余为培训。',
    '全年受理工单2147件，其中咨询类1396件、故障报修类612件，投诉类仅3件。',
  ])('%s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });
});

test('a table right below another is one of its own: 15600 + 9860 + 2471.30 = 27931.30', () => {
  const rows = (total: string): string =>
    [
      '某村2023年第三季度财务公示（单位：元）',
      '收入项目\t金额',
      '上级拨款\t38000.00',
      '土地流转收入\t16420.00',
      '其他收入\t3150.50',
      '收入合计\t57570.50',
      '支出项目\t金额',
      '误工补贴\t15600.00',
      '环境卫生\t9860.00',
      '水电办公\t2471.30',
      `支出合计\t${total}`,
    ].join('\n');
  const sums = (text: string): readonly string[] =>
    auditDocument(fromText(text))
      .findings.filter(({ verdict }) => verdict === 'contradiction')
      .map(({ kind }) => kind);
  expect(sums(rows('27931.30'))).toEqual([]);
  expect(sums(rows('29731.30'))).toEqual(['sum']);
});
