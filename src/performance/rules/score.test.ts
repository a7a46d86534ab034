import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/fraction.ts';
import { defaultSettings, parseRule, scoreRule, settingSentences } from './index.ts';
import type { Rule, RuleSettings } from './index.ts';

const read = (text: string, full: string, name: string): Rule => parseRule(text, { full, name }).rule;
const points = (rule: Rule, figures: Record<string, string>, settings: RuleSettings = defaultSettings) =>
  scoreRule(
    rule,
    { figures: Object.fromEntries(Object.entries(figures).map(([id, v]) => [id, fraction(v)])) },
    settings,
  );
const staff = read('在职人员控制率≤100%，得5分；每超过1个百分点扣0.5分，扣完为止。', '5', '在职人员控制率');

describe('part of a step', () => {
  test.each([
    // 101.4 %: 1.4 points over
    ['whole', '4.5'], // 1 step
    ['started', '4'], // 2 steps
    ['pro-rata', '4.3'], // 1.4 × 0.5 = 0.7
  ] as const)('101.4 %% scores by %s: %s', (partOfStep, expected) => {
    expect(points(staff, { 'staff-control': '1.014' }, { ...defaultSettings, partOfStep })).toMatchObject({
      points: fraction(expected),
    });
  });

  test('the range shows all three readings', () => {
    expect(points(staff, { 'staff-control': '1.014' })).toMatchObject({
      range: { low: fraction(4), high: fraction('4.5') },
    });
  });

  test('a rule that says how part of a step counts leaves no range', () => {
    const said = read(
      '完成率100%得满分；每减少1%扣减分值的1%，不足1%的按1%计算，最低得0分',
      '5',
      '任务完成率',
    );
    // 97.5 %: 3 started steps of 0.05
    expect(points(said, { 'work-done': '0.975' })).toMatchObject({
      points: fraction('4.85'),
      range: { low: fraction('4.85'), high: fraction('4.85') },
    });
  });
});

test.each([
  // 85 under a threshold of 100, 2 off for each 5: 3 steps, 6 > 5
  ['100', '0.85', 'points', '0'],
  // 45 under 50: 5 per cent of 50 is 2.5, so 2 steps; 5 points are 1 step
  ['50', '0.45', 'points', '3'],
  ['50', '0.45', 'relative', '1'],
] as const)(
  'below %s%%, %s with 每低于5%%扣2分 read as %s scores %s of 5',
  (threshold, rate, percent, expected) => {
    const rule = read(`${threshold}%以上计满分，每低于5%扣2分，扣完为止`, '5', '预算完成率');
    expect(points(rule, { 'budget-completion': rate }, { ...defaultSettings, percent })).toMatchObject({
      points: fraction(expected),
    });
  },
);

describe('which end holds the number', () => {
  const bands = read('90%以上得5分，80%-90%得4分，70%-80%得3分，70%以下不得分', '5', '满意度');
  test.each([
    ['0.9', 'lower', '5'],
    ['0.8', 'lower', '4'],
    ['0.8', 'upper', '3'],
    ['0.7', 'lower', '3'],
    ['0.7', 'upper', '0'],
  ] as const)('%s with silent ends going to the %s end scores %s', (rate, silentEnd, expected) => {
    expect(points(bands, { satisfaction: rate }, { ...defaultSettings, silentEnd })).toMatchObject({
      points: fraction(expected),
    });
  });
  test('exactly at a silent end both scores are in the range', () => {
    expect(points(bands, { satisfaction: '0.8' })).toMatchObject({
      range: { low: fraction(3), high: fraction(4) },
    });
  });
});

test('a value in no band is for a person, not zero', () => {
  const rule = read('90%-99%得4分；100%得5分；80%-89%得3分；低于80%不得分', '5', '资金到位率');
  expect(points(rule, { 'funds-received': '0.995' })).toMatchObject({
    status: 'judged',
    range: { low: fraction(0), high: fraction(5) },
  });
});

test.each([
  ['0.85', '8.5'], // 85 % of 10
  ['0.6', '6'],
  ['0.599', '0'], // below the floor rate
  ['1.2', '10'], // clamped
])('in proportion with a floor rate of 60 %%, %s scores %s of 10', (rate, expected) => {
  const rule = read('得分=预算执行率×分值，低于60%不得分', '10', '预算执行率');
  expect(points(rule, { 'budget-completion': rate })).toMatchObject({ points: fraction(expected) });
});

test('a change against a base of zero is missing, not a division by zero', () => {
  const rule = read('三公经费变动率≤0，得5分；每增加1个百分点扣0.5分，扣完为止', '5', '三公经费变动率');
  const scored = points(rule, { 'threePublic.budget': '5', 'threePublic.budgetLastYear': '0' });
  expect(scored).toMatchObject({
    status: 'missing',
    missing: ['上年度“三公经费”预算数（为零，不能作分母）'],
  });
});

test('a cut budget is adjusted as much as a raised one', () => {
  const rule = read('预算调整率=0，计3分；0-10%（含），计2分；大于10%不得分', '3', '预算调整率');
  // |−80| / 1000 = 8 %
  expect(points(rule, { 'budget.adjusted': '-80', 'budget.total': '1000' })).toMatchObject({
    points: fraction(2),
  });
});

describe('a checklist', () => {
  const rule = read('①有制度，1分；②有效执行，2分', '3', '管理制度健全性');
  test('is judged until a person has answered every item', () => {
    const scored = scoreRule(rule, { figures: {}, answers: { 有制度: true } }, defaultSettings);
    expect(scored).toEqual({
      status: 'judged',
      range: { low: fraction(1), high: fraction(3) },
      asks: ['有效执行'],
    });
  });
  test('adds what holds once all is answered', () => {
    const scored = scoreRule(
      rule,
      { figures: {}, answers: { 有制度: false, 有效执行: true } },
      defaultSettings,
    );
    expect(scored).toMatchObject({ status: 'computed', points: fraction(2) });
  });
});

describe('a rule that may not apply', () => {
  const rule = read(
    '100%以下（含）计满分，每超出5%扣2分，扣完为止。没有楼堂馆所项目的部门按满分计算。',
    '5',
    '楼堂馆所面积控制率',
  );
  test('gives full marks only when a person says so', () => {
    expect(
      scoreRule(rule, { figures: {}, answers: { 没有楼堂馆所项目: true } }, defaultSettings),
    ).toMatchObject({ status: 'computed', points: fraction(5) });
  });
  test('asks for its figures, and whether it applies', () => {
    expect(points(rule, {})).toMatchObject({
      status: 'missing',
      missing: ['实际建设面积', '批准建设面积', '是否“没有楼堂馆所项目”'],
    });
  });
  test('is dropped and rescaled where the form says so', () => {
    const dropped = read(
      '政府采购执行率≥95%得3分，每低于1个百分点扣0.2分。没有政府采购项目的，本项不考核，余下指标折算为百分制。',
      '3',
      '政府采购执行率',
    );
    expect(
      scoreRule(dropped, { figures: {}, answers: { 没有政府采购项目: true } }, defaultSettings).status,
    ).toBe('dropped');
  });
});

test('one full mark with two ways of losing it adds both deductions', () => {
  const rule = read(
    '按时办结率100%得5分，每低1个百分点扣0.5分；每出现一件退回重办的扣0.2分，扣完为止。',
    '5',
    '热线办理',
  );
  // 97 %: 3 × 0.5 = 1.5; 2 × 0.2 = 0.4; 5 − 1.9 = 3.1
  const scored = points(rule, { 'orders-in-time': '0.97', 'count:退回重办件数': '2' });
  expect(scored).toMatchObject({ status: 'computed', points: fraction('3.1') });
});

test('three cases end it all where the form says so', () => {
  const rule = read('未发现违规的得5分，每发现一起扣1分，发现3起不得分', '5', '资金使用');
  expect(points(rule, { 'count:起数': '2' })).toMatchObject({ points: fraction(3) });
  expect(points(rule, { 'count:起数': '3' })).toMatchObject({ points: fraction(0) });
});

test('every open question is printed in one sentence', () => {
  expect(settingSentences(defaultSettings)).toHaveLength(3);
});
