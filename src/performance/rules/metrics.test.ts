import { describe, expect, test } from 'vitest';
import { fraction, ratio } from '#lib/fraction.ts';
import { catalogue } from './catalogue.ts';
import { isMeasured, measure, metricNamed, parseRule, type Metric } from './index.ts';

describe('an indicator is known by any form’s name for it', () => {
  test.each([
    ['财政供养人员\n控制率', 'staff-control'],
    ['1.在职人员控制率（5分）', 'staff-control'],
    ['“三公经费”变动率', 'three-public-change'],
    ['"三公" 经费 变化率', 'three-public-change'],
    ['三公经费控制率', 'three-public-control'],
    ['重点项目支出安排率', 'priority-spending'],
    ['预算执行率', 'budget-completion'],
    ['部门预算调整率', 'budget-adjustment'],
    ['预算控制率', 'budget-addition'],
    ['结转结余变动率', 'carry-over-change'],
    ['结转结余率', 'carry-over'],
    ['公务卡使用率', 'official-card'],
    ['社会公众或服务对象满意度', 'satisfaction'],
    ['按时办结率', 'orders-in-time'],
    ['质量达标率', 'work-to-standard'],
    ['资金结余', 'surplus.yearEnd'],
  ])('%s is %s', (name, id) => expect(metricNamed(name)?.id).toBe(id));

  test.each(['满意', '控制率', '经济效益', '管理制度健全性', '办结', '', '非税收入完成情况'])(
    '%s is none',
    (name) => {
      expect(metricNamed(name)).toBeUndefined();
    },
  );

  test.each(catalogue.map((each) => [each.name, each.id]))('%s knows itself', (name, id) => {
    expect(metricNamed(name)?.id).toBe(id);
  });
});

describe('a value', () => {
  const metric = (id: string): Metric => ({ id, name: id, unit: 'percent' });
  const value = (id: string, figures: Record<string, string>) => {
    const found = measure(metric(id), {
      figures: Object.fromEntries(Object.entries(figures).map(([key, v]) => [key, fraction(v)])),
    });
    return isMeasured(found) ? found.value : found.missing;
  };
  test.each([
    ['staff-control', { 'staff.onPosts': '38', 'staff.established': '18' }, ratio(38n, 18n)],
    // (18 − 20) / 20 = −10 %
    [
      'three-public-change',
      { 'threePublic.budget': '18', 'threePublic.budgetLastYear': '20' },
      ratio(-1n, 10n),
    ],
    ['three-public-control', { 'threePublic.actual': '16.65', 'threePublic.budget': '18' }, ratio(37n, 40n)],
    ['assets-in-use', { 'assets.inUse': '482.02', 'assets.total': '482.02' }, ratio(1n, 1n)],
    ['orders-in-time', { 'orders.closedInTime': '11297', 'orders.due': '11303' }, ratio(11297n, 11303n)],
  ])('%s is computed from its figures', (id, figures, expected) =>
    expect(value(id, figures)).toEqual(expected),
  );

  test('that is given itself needs no figures', () =>
    expect(value('satisfaction', { satisfaction: '0.9997' })).toEqual(fraction('0.9997')));
  test('that lacks a figure names it', () =>
    expect(value('staff-control', { 'staff.onPosts': '38' })).toEqual(['编制数']));
});

describe('the form’s own definition', () => {
  const base = (definition: string) =>
    metricNamed('“三公经费”变动率', definition)?.formula?.under?.[0]?.figure;
  test('of budgets keeps the ministry’s base', () => {
    expect(
      base(
        '“三公经费”变动率=[（本年度“三公经费”预算数-上年度“三公经费”预算数）/上年度“三公经费”预算数]×100%。',
      ),
    ).toBe('threePublic.budgetLastYear');
  });
  test('of final accounts overrides it', () => {
    expect(
      base('“三公经费”变动率=[（本年度“三公经费”总额-上年度“三公经费”总额）/上年度“三公经费”总额]×100%'),
    ).toBe('threePublic.actualLastYear');
  });
  test('may stand inside the rule, and is then what the rule measures', () => {
    const text =
      '三公经费变动率＝（本年度三公经费总额－上年度三公经费总额）/上年度三公经费总额×100%。小于等于0的，得5分；每超过1个百分点扣0.5分，扣完为止。';
    const { rule } = parseRule(text, { full: '5', name: '三公经费变动率' });
    const figures = { 'threePublic.actual': fraction('18.36'), 'threePublic.actualLastYear': fraction(18) };
    // (18.36 − 18) / 18 = 2 %
    expect(rule.kind === 'stepPenalty' && measure(rule.metric, { figures })).toMatchObject({
      value: fraction('0.02'),
    });
  });
  test('with words it does not know changes nothing', () => {
    expect(base('“三公经费”变动率=（甲-乙）/乙×100%')).toBe('threePublic.budgetLastYear');
  });
  test('of a local completion rate is carried by the rule', () => {
    const definition =
      '预算完成率=（上年结转+年初预算+本年追加预算-年末结余）/（上年结转+年初预算+本年追加预算）×100%。';
    const { rule } = parseRule('100%计满分，每低于5%扣2分，扣完为止。', {
      full: '5',
      name: '预算完成率',
      definition,
    });
    const figures = {
      'surplus.carriedIn': fraction(100),
      'budget.initial': fraction(800),
      'budget.added': fraction(100),
      'surplus.yearEnd': fraction(50),
    };
    // (100 + 800 + 100 − 50) / 1000 = 95 %
    expect(rule.kind === 'stepPenalty' && measure(rule.metric, { figures })).toMatchObject({
      value: fraction('0.95'),
      working: '(100 + 800 + 100 - 50) / (100 + 800 + 100) = 95%',
    });
  });
});
