import { describe, expect, test } from 'vitest';
import { fraction, toDecimal } from '#lib/fraction.ts';
import {
  defaultSettings,
  impliedRate,
  isReachable,
  parseRule,
  printRule,
  scoreRule,
  whatWouldItTake,
} from './index.ts';
import type { Metric, Rule } from './index.ts';

const rate = (id: string, name: string): Metric => ({ id, name, unit: 'percent' });
const surplus: Metric = { id: 'surplus.yearEnd', name: '年末结余', unit: 'wanyuan' };
const carriedIn: Metric = { id: 'surplus.carriedIn', name: '上年结转', unit: 'wanyuan' };
const step = (
  metric: Metric,
  more: { side: 'above' | 'below'; threshold: string; perStep: string; full: string },
): Rule => ({
  kind: 'stepPenalty',
  metric,
  step: '1',
  stepIn: 'points',
  floor: '0',
  ...more,
});
const at = (v: string, incl: boolean) => ({ v, incl });
const checks = (full: string, ...items: (readonly [string, string])[]): Rule => ({
  kind: 'checklist',
  mode: 'each',
  full,
  items: items.map(([text, points]) => ({ text, points })),
});
const breaches = (full: string, text: string, about: readonly string[]): Rule => ({
  kind: 'perCase',
  counts: 'breaches',
  full,
  floor: '0',
  about,
  cases: [
    {
      verb: '出现',
      text,
      perUnit: '1',
      unit: '例',
      sign: -1,
      metric: { id: `count:${text}例数`, name: `${text}例数`, unit: 'count' },
    },
  ],
});

/** Name, weight, printed text with its odd signs and breaks, and the rule it means, written by hand. */
const FORM: readonly (readonly [string, string, string, Rule])[] = [
  [
    '财政供养人员\n控制率',
    '5',
    '以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。',
    step(rate('staff-control', '在职人员控制率'), {
      side: 'above',
      threshold: '100',
      perStep: '0.5',
      full: '5',
    }),
  ],
  [
    '“三公经费”\n变动率',
    '5',
    '“三公经费”变动率≦0,计5分；\n“三公经费”＞0，每超过一个百分点扣0.5分，扣完为止。',
    step(rate('three-public-change', '三公经费变动率'), {
      side: 'above',
      threshold: '0',
      perStep: '0.5',
      full: '5',
    }),
  ],
  [
    '重点支出\n安排率',
    '5',
    '重点支出安排率≥90%，计5分；80%（含）-90%，计4分；70%（含）-80%，计3分；60%（含）-70%，计2分；低于60%不得分。',
    {
      kind: 'bands',
      metric: rate('priority-spending', '重点支出安排率'),
      full: '5',
      bands: [
        { lo: at('90', true), hi: null, points: '5' },
        { lo: at('80', true), hi: at('90', false), points: '4' },
        { lo: at('70', true), hi: at('80', false), points: '3' },
        { lo: at('60', true), hi: at('70', false), points: '2' },
        { lo: null, hi: at('60', false), points: '0' },
      ],
    },
  ],
  [
    '预算调整率',
    '3',
    '预算调整率=0，计3分；0-10%（含），计2分；10-20%（含），计1分；20-30%（含），计0.5分；大于30%不得分。',
    {
      kind: 'bands',
      metric: rate('budget-adjustment', '预算调整率'),
      full: '3',
      bands: [
        { lo: at('0', true), hi: at('0', true), points: '3' },
        { lo: at('0', false), hi: at('10', true), points: '2' },
        { lo: at('10', false), hi: at('20', true), points: '1' },
        { lo: at('20', false), hi: at('30', true), points: '0.5' },
        { lo: at('30', false), hi: null, points: '0' },
      ],
    },
  ],
  [
    '支付进度',
    '3',
    '春节前下达全部专项资金的50%；6月底前所有专项资金指标全部下达完。\n每出现一个专项未按进度完成资金下达扣0.5分，扣完为止。',
    {
      kind: 'perCase',
      counts: 'measured',
      full: '3',
      floor: '0',
      about: ['春节前下达全部专项资金的50%', '6月底前所有专项资金指标全部下达完'],
      cases: [
        {
          verb: '出现',
          text: '专项未按进度完成资金下达',
          perUnit: '0.5',
          unit: '个',
          sign: -1,
          metric: { id: 'disbursement.lateFunds', name: '未按进度下达的专项数', unit: 'count' },
        },
      ],
    },
  ],
  [
    '资金结余',
    '3',
    '无结余，3分；有结余，但不超过上年结转，2分；结余超过上年结转，不得分。',
    {
      kind: 'states',
      full: '3',
      states: [
        { text: '无结余', points: '3', when: [{ left: surplus, op: '=', right: { v: '0' } }] },
        {
          text: '有结余，但不超过上年结转',
          points: '2',
          when: [
            { left: surplus, op: '>', right: { v: '0' } },
            { left: surplus, op: '<=', right: { metric: carriedIn } },
          ],
        },
        {
          text: '结余超过上年结转',
          points: '0',
          when: [{ left: surplus, op: '>', right: { metric: carriedIn } }],
        },
      ],
    },
  ],
  [
    '“三公经费”\n控制率',
    '6',
    '以100%为标准。三公经费控制率≦100%，计6分；\n每超过一个百分点扣1分，扣完为止。',
    step(rate('three-public-control', '三公经费控制率'), {
      side: 'above',
      threshold: '100',
      perStep: '1',
      full: '6',
    }),
  ],
  [
    '管理制度\n健全性',
    '3',
    '①有资产管理制度，且合法、合规、完整，2分；\n②得到有效执行，1分。                   ',
    checks('3', ['有资产管理制度，且合法、合规、完整', '2'], ['得到有效执行', '1']),
  ],
  [
    '资金使用\n合规性',
    '3',
    '①拨付有审批程序；\n②用途符合批复；\n③无截留、挪用等情况。\n以上情况每出现一例不符合要求的扣1分，扣完为止。',
    breaches('3', '不符合要求', ['拨付有审批程序', '用途符合批复', '无截留、挪用等情况']),
  ],
  [
    '预决算信息公开性',
    '3',
    '①按规定内容公开，1分；\n②按规定时限公开，0.5分；\n③真实，0.5分；\n④完整，0.5分；\n⑤准确，0.5分。   ',
    checks(
      '3',
      ['按规定内容公开', '1'],
      ['按规定时限公开', '0.5'],
      ['真实', '0.5'],
      ['完整', '0.5'],
      ['准确', '0.5'],
    ),
  ],
  [
    '政府采购\n执行率',
    '3',
    '政府采购执行率等于100%的，得3分；\n每减少一个百分点，扣0.2分，扣完为止。',
    step(rate('procurement', '政府采购执行率'), {
      side: 'below',
      threshold: '100',
      perStep: '0.2',
      full: '3',
    }),
  ],
  [
    '公务卡刷卡率',
    '3',
    '公务卡刷卡率达50％以上的，得3分。\n每减少一个百分点，扣0.2分，扣完为止。   ',
    step(rate('official-card', '公务卡刷卡率'), {
      side: 'below',
      threshold: '50',
      perStep: '0.2',
      full: '3',
    }),
  ],
  [
    '资产管理\n安全性',
    '4',
    '①保存完整；\n②配置合理；③处置规范； \n④收入及时足额上缴；\n以上情况每出现一例不符合有关要求的扣1分，扣完为止。',
    breaches('4', '不符合有关要求', ['保存完整', '配置合理', '处置规范', '收入及时足额上缴']),
  ],
  [
    '固定资产\n利用率',
    '3',
    '每低于100%一个百分点扣0.1分，扣完为止。',
    step(rate('assets-in-use', '固定资产利用率'), {
      side: 'below',
      threshold: '100',
      perStep: '0.1',
      full: '3',
    }),
  ],
  [
    '社会公众或服务对象满意度',
    '5',
    '95%（含）以上计5分；\n85%（含）-95%，计3分；\n75%（含）-85%，计1分；\n低于75%计0分。',
    {
      kind: 'bands',
      metric: rate('satisfaction', '满意度'),
      full: '5',
      bands: [
        { lo: at('95', true), hi: null, points: '5' },
        { lo: at('85', true), hi: at('95', false), points: '3' },
        { lo: at('75', true), hi: at('85', false), points: '1' },
        { lo: null, hi: at('75', false), points: '0' },
      ],
    },
  ],
];
const ruleOf = (name: string): Rule => {
  const row = FORM.find(([each]) => each.replaceAll('\n', '') === name);
  if (!row) throw new Error(`no row ${name}`);
  return parseRule(row[2], { full: row[1], name: row[0] }).rule;
};

describe('the form of 2020', () => {
  test.each(FORM)('%s of %s points is read from its printed words', (name, full, text, rule) => {
    const parsed = parseRule(text, { full, name });
    expect(parsed.rule).toEqual(rule);
    expect(parsed.faults).toEqual([]);
  });

  test.each(FORM)('%s of %s points reads back from its own print', (name, full, _text, rule) => {
    expect(parseRule(printRule(rule), { full, name }).rule).toEqual(rule);
  });

  test('a row that refers to another document is left to a person, with the document named', () => {
    const text =
      '此项指标根据《综合考评通知》（某发〔2015〕1号）附件内容设置，部门应将其细化成相应的个性化指标。';
    const { rule } = parseRule(text, { full: '7', name: '目标任务完成情况' });
    expect(rule).toEqual({
      kind: 'judged',
      range: ['0', '7'],
      reasonRequired: true,
      text,
      source: '《综合考评通知》（某发〔2015〕1号）',
    });
  });

  test('38 on posts of 18 loses every point, with the working written out', () => {
    const scored = scoreRule(
      ruleOf('财政供养人员控制率'),
      { figures: { 'staff.onPosts': fraction(38), 'staff.established': fraction(18) } },
      defaultSettings,
    );
    // 38/18 − 1 = 20/18 = 111.11 points over; 111 × 0.5 = 55.5 > 5
    expect(scored).toMatchObject({
      status: 'computed',
      points: fraction(0),
      range: { low: fraction(0), high: fraction(0) },
    });
    expect(scored.status === 'computed' && scored.because[0]?.text).toBe(
      '38 / 18 = 211.11%，超过100% 111.11个百分点，按整步计111步，每步扣0.5分，扣完为止，得0分',
    );
  });

  test.each([
    // surplus, carried in, points: 469.57 > 0 → the third state; 5 ≤ 8 → the second; 0 → the first, whatever was carried in
    ['469.57', '0', '0'],
    ['5', '8', '2'],
    ['8', '8', '2'],
    ['0', '0', '3'],
  ])('a surplus of %s over a carry-over of %s scores %s of 3', (left, before, points) => {
    const figures = { 'surplus.yearEnd': fraction(left), 'surplus.carriedIn': fraction(before) };
    expect(scoreRule(ruleOf('资金结余'), { figures }, defaultSettings)).toMatchObject({
      status: 'computed',
      points: fraction(points),
    });
  });

  test('a surplus without the carry-over cannot be scored, and says what is missing', () => {
    const scored = scoreRule(
      ruleOf('资金结余'),
      { figures: { 'surplus.yearEnd': fraction('469.57') } },
      defaultSettings,
    );
    expect(scored).toEqual({ status: 'missing', missing: ['上年结转'], missingIds: ['surplus.carriedIn'] });
  });

  test('a rate without its figures is never full marks', () => {
    const scored = scoreRule(
      ruleOf('政府采购执行率'),
      { figures: { 'procurement.actual': fraction(190) } },
      defaultSettings,
    );
    expect(scored).toEqual({
      status: 'missing',
      missing: ['政府采购预算数'],
      missingIds: ['procurement.budget'],
    });
  });

  test.each([
    // 3 − 2 = 1 point = 5 steps of 0.2: 50 − 5 and 100 − 5
    ['公务卡刷卡率', '45'],
    ['政府采购执行率', '95'],
  ])('2 of 3 for %s implies %s %%', (name, implied) => {
    const found = impliedRate(ruleOf(name), fraction(2), defaultSettings);
    expect(found?.rate && toDecimal(found.rate)).toBe(toDecimal(fraction(`${implied}/100`)));
  });

  test('the card at 45 % needs 50 % for one more point', () => {
    const move = whatWouldItTake(ruleOf('公务卡刷卡率'), fraction('45/100'), defaultSettings);
    expect(move).toMatchObject({
      now: fraction(2),
      next: { gain: fraction('0.2'), needs: { low: { v: fraction('46/100') } } },
    });
    expect(move?.full).toMatchObject({
      gain: fraction(1),
      needs: { low: { v: fraction('50/100'), incl: true } },
      text: '公务卡刷卡率不低于50%，可增加1分，得3分',
    });
  });

  test('2.5 cannot be under one point for each breach, nor 0.75 under items of 1 and 0.5', () => {
    expect(isReachable(ruleOf('资产管理安全性'), fraction('2.5'))).toEqual({
      reachable: false,
      because: '按评分标准不可能得2.5分，最接近的是2分或3分',
    });
    expect(isReachable(ruleOf('资产管理安全性'), fraction(3)).reachable).toBe(true);
    expect(isReachable(ruleOf('预决算信息公开性'), fraction('0.75')).reachable).toBe(false);
    expect(isReachable(ruleOf('预决算信息公开性'), fraction('2.5')).reachable).toBe(true);
  });

  test('a count of breaches is for an inspection, a count of late funds only lacks its figure', () => {
    expect(scoreRule(ruleOf('资金使用合规性'), { figures: {} }, defaultSettings)).toMatchObject({
      status: 'judged',
      range: { low: fraction(0), high: fraction(3) },
    });
    expect(scoreRule(ruleOf('支付进度'), { figures: {} }, defaultSettings)).toMatchObject({
      status: 'missing',
      missing: ['未按进度下达的专项数'],
    });
    const late = { figures: { 'disbursement.lateFunds': fraction(3) } };
    // 3 − 3 × 0.5 = 1.5
    expect(scoreRule(ruleOf('支付进度'), late, defaultSettings)).toMatchObject({
      status: 'computed',
      points: fraction('1.5'),
    });
  });
});
