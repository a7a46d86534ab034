import { describe, expect, test } from 'vitest';
import { parseRule } from './index.ts';
import type { Rule } from './index.ts';

/** Only what a table needs to say of a rule. */
function gist(rule: Rule): string {
  switch (rule.kind) {
    case 'stepPenalty':
      return `${rule.metric.name} ${rule.side} ${rule.threshold}: ${rule.perStep} per ${rule.step}${rule.stepIn === 'percent' ? '%' : ''} of ${rule.full} to ${rule.floor}${rule.zeroIf ? ` zero ${rule.zeroIf.op}${rule.zeroIf.v}` : ''}`;
    case 'bands':
      return rule.bands
        .map(
          ({ lo, hi, points }) =>
            `${lo ? (lo.incl === 'unstated' ? '?' : lo.incl ? '[' : '(') + lo.v : '('},${hi ? hi.v + (hi.incl === 'unstated' ? '?' : hi.incl ? ']' : ')') : ')'}=${points}`,
        )
        .join(' ');
    case 'checklist':
      return `${rule.mode} ${rule.items.map((each) => each.points).join('+')}`;
    case 'perCase':
      return `${rule.counts} ${rule.cases.map((each) => `${each.sign < 0 ? '-' : '+'}${each.perUnit}/${each.unit}${each.after === undefined ? '' : ` after ${each.after}`}${each.zeroFrom === undefined ? '' : ` zero from ${each.zeroFrom}`}`).join(' ')} of ${rule.full} to ${rule.floor}${rule.cap ? ` cap ${rule.cap}` : ''}`;
    case 'formula':
      return `${rule.metric.name}/${rule.base} x ${rule.weight} in ${rule.clamp.join('..')}${rule.zeroIf ? ` zero ${rule.zeroIf.op}${rule.zeroIf.v}` : ''}`;
    case 'states':
      return rule.states.map((each) => `${each.text}=${each.points}`).join(' ');
    case 'unless':
      return `unless ${rule.notApplicable} then ${rule.outcome}: ${gist(rule.rule)}`;
    case 'oneOf':
      return `one of ${rule.options.map(gist).join(' | ')}`;
    case 'sum':
      return `sum ${rule.parts.map(gist).join(' + ')}`;
    case 'judged':
      return 'judged';
  }
}
const read = (text: string, full: string, name: string): string => gist(parseRule(text, { full, name }).rule);

describe('threshold, then so much off per step', () => {
  test.each([
    [
      '固定资产利用率≥95%得4分；比率每下降5%扣1分；扣完为止',
      '固定资产利用率',
      '4',
      '固定资产利用率 below 95: 1 per 5% of 4 to 0',
    ],
    [
      '到位率=实际到位/计划到位×100%。100%得5分，每低5%扣1分',
      '资金到位',
      '5',
      '资金到位率 below 100: 1 per 5% of 5 to 0',
    ],
    [
      '公用经费控制率不高于100%的得4分，每超出1个点减0.4分，直至扣完',
      '公用经费控制率',
      '4',
      '公用经费控制率 above 100: 0.4 per 1 of 4 to 0',
    ],
    [
      '变动率小于等于0的，得满分；大于0的，每增加1%扣权重分的10%，不计负分',
      '三公经费变动率',
      '6',
      '三公经费变动率 above 0: 0.6 per 1% of 6 to 0',
    ],
    [
      '满意率百分之九十五以上得５分，每下降两个百分点扣０．５分，最低0分',
      '群众满意率',
      '5',
      '满意度 below 95: 0.5 per 2 of 5 to 0',
    ],
    [
      '资金到位率≥100%得5分；<100%的，每低5个百分点扣1分，扣完为止，低于70%不得分',
      '资金到位率',
      '5',
      '资金到位率 below 100: 1 per 5 of 5 to 0 zero <70',
    ],
    [
      '办结率达到98%的不扣分，每低于1个百分点扣0.2分，最多扣2分',
      '办结率',
      '5',
      '办结率 below 98: 0.2 per 1 of 5 to 3',
    ],
    [
      '完成率在90%-100%之间得5分，低于90%每下降1个百分点扣0.5分',
      '任务完成率',
      '5',
      '实际完成率 below 90: 0.5 per 1 of 5 to 0',
    ],
    [
      '控制率小于或等于1得3分，每超过1个百分点扣0.3分',
      '在职人员控制率',
      '3',
      '在职人员控制率 above 100: 0.3 per 1 of 3 to 0',
    ],
    [
      '在20个工作日内公开得5分，每超过1个工作日扣0.5分，扣完为止',
      '预决算公开时限',
      '5',
      '预决算公开时限 above 20: 0.5 per 1 of 5 to 0',
    ],
    [
      '在职人员控制率 ≦\n100 ％ ，\n计 5 分 ； 每 超 过 一个百\n分点 扣 0.5 分 , 扣完为止.',
      '在职人员控制率',
      '5',
      '在职人员控制率 above 100: 0.5 per 1 of 5 to 0',
    ],
  ])('%s', (text, name, full, expected) => expect(read(text, full, name)).toBe(expected));
});

describe('bands', () => {
  test.each([
    ['95%（含95%）以上得5分，90%（含90%）—95%得4分，90%以下不得分', '[95,)=5 [90,95)=4 (,90)=0'],
    ['满意度≥90%得满分，80%≤满意度＜90%得3分，满意度＜80%不得分', '[90,)=5 [80,90)=3 (,80)=0'],
    ['[90%,100%]得5分，[80%,90%)得4分，80%以下不得分', '[90,100]=5 [80,90)=4 (,80)=0'],
    ['95%以上得5分，90%以上得3分，85%以上得1分，85%以下不得分', '[95,)=5 [90,95)=3 [85,90)=1 (,85)=0'],
    ['90%及以上得分值的100%，超过60%但低于90%得分值的60%，不超过60%不得分', '[90,)=5 (60,90)=3 (,60]=0'],
    ['满意度达95%及以上得100%分值，达85%至95%得80%分值，85%以下不得分', '[95,)=5 ?85,95)=4 (,85?=0'],
    ['95%以上得5分，否则不得分', '[95,)=5 (,95)=0'],
    [
      '满意度在90%-100%之间（含90%）得5分，80%～90%（含80%）得3分，低于80%不得分',
      '[90,100]=5 [80,90)=3 (,80)=0',
    ],
    ['①≥95%得5分；②85%（含）-95%扣2分；③<85%得0分', '[95,)=5 [85,95)=3 (,85)=0'],
    ['95%及以上5分；85%（含）-95%，得3分；低于85%不得分', '[95,)=5 [85,95)=3 (,85)=0'],
  ])('%s', (text, expected) => expect(read(text, '5', '满意度')).toBe(expected));

  test('a gap between bands is a fault of the form', () => {
    const { faults } = parseRule('100%得5分；90%-99%得4分；低于90%不得分', { full: '5', name: '资金到位率' });
    expect(faults).toEqual([{ kind: 'gap', text: '“90%（含）-99%（含）”与“=100%”之间有空档：99%至100%' }]);
  });
  test('an overlap is a fault of the form', () => {
    const { faults } = parseRule('≥90%得5分；≥80%且≤90%得4分；低于80%不得分', {
      full: '5',
      name: '资金到位率',
    });
    expect(faults.map((each) => each.kind)).toEqual(['overlap']);
  });
  test('a full mark that differs from the weight is a fault of the form', () => {
    const { faults } = parseRule('≥90%得4分；低于90%不得分', { full: '5', name: '资金到位率' });
    expect(faults).toEqual([{ kind: 'full-differs', text: '评分标准的满分为4分，分值栏为5分' }]);
  });
});

describe('lists', () => {
  test.each([
    ['①目标明确②目标细化③目标量化④目标可行。每项1分', '4', 'each 1+1+1+1'],
    ['(1)目标明确；(2)目标可行。每缺一项扣2分，扣完为止', '4', 'deduct 2+2'],
    ['1.按规定内容公开，得1.5分；2.按规定时限公开，得1.5分。', '3', 'each 1.5+1.5'],
    ['一是制度健全，2分；二是执行有效，3分', '5', 'each 2+3'],
    ['①有制度；②已执行。全部符合得3分，缺一项不得分', '3', 'all 3+3'],
    ['设有目标（1分）目标明确（1分）目标量化（2分）', '4', 'each 1+1+2'],
    ['①有办法,1分；②定点维护,1分。③有标准,1分,每少一项扣1分,扣完为止。', '3', 'each 1+1+1'],
    ['①有制度2分；②执行有效1分；③记录完整1分', '5', 'each 2+1+1'],
    [
      '①按时办结率100%得3分，每低1个百分点扣0.5分；②满意率≥95%得3分，每低1个百分点扣0.3分。',
      '6',
      'sum 按期办结率 below 100: 0.5 per 1 of 3 to 0 + 满意度 below 95: 0.3 per 1 of 3 to 0',
    ],
  ])('%s', (text, full, expected) => expect(read(text, full, '管理制度')).toBe(expected));

  test('items that do not add up to the weight are a fault of the form', () => {
    const { faults } = parseRule('①有制度2分；②执行有效1分', { full: '5', name: '管理制度' });
    expect(faults).toEqual([{ kind: 'sum-differs', text: '各项分值合计3分，分值栏为5分' }]);
  });
});

describe('so much for every case', () => {
  test.each([
    ['每迟报一次扣0.5分，扣完为止', '3', 'breaches -0.5/次 of 3 to 0'],
    ['每有1件有效投诉扣0.5分，最多扣2分', '5', 'breaches -0.5/件 of 5 to 3'],
    ['有效投诉超过2件的，每增加1件扣0.5分', '5', 'breaches -0.5/件 after 2 of 5 to 0'],
    ['未发现违规的得5分，每发现一起扣2分，发现3起不得分', '5', 'breaches -2/起 zero from 3 of 5 to 0'],
    ['工单每逾期一件扣0.1分，扣完为止', '5', 'measured -0.1/件 of 5 to 0'],
    ['获得市级表彰的每项加2分，最高加5分', '5', 'breaches +2/项 of 0 to 0 cap 5'],
    ['发现一例违规不得分', '5', 'breaches -0/例 zero from 1 of 5 to 0'],
  ])('%s', (text, full, expected) => expect(read(text, full, '管理')).toBe(expected));
});

describe('in proportion', () => {
  test.each([
    ['得分=预算执行率×分值，低于60%不得分', '预算执行率', '预算完成率/100 x 10 in 0..10 zero <60'],
    [
      '完成率达到100%得满分，60%（含）-100%按比例得分，低于60%不得分。',
      '完成率',
      '实际完成率/100 x 10 in 0..10 zero <60',
    ],
    [
      '完成率≥100%，得10分；完成率在80%-100%，按比例得分；完成率<80%，不得分',
      '产出',
      '实际完成率/100 x 10 in 0..10 zero <80',
    ],
    ['按完成比例计算得分，满分为止', '预算完成率', '预算完成率/100 x 10 in 0..10'],
    ['得分=满意度/95%×10分，最高10分', '满意度', '满意度/95 x 10 in 0..10'],
    ['得分=实际完成数/计划完成数×分值', '巡查次数', '巡查次数完成率/100 x 10 in 0..10'],
  ])('%s', (text, name, expected) => expect(read(text, '10', name)).toBe(expected));
});

describe('states and wrappers', () => {
  test.each([
    ['完成得满分，未完成不得分', '完成=5 未完成=0'],
    ['优秀得5分，良好得4分，一般得2分，差得0分', '优秀=5 良好=4 一般=2 差=0'],
    [
      '二者择其一进行考核：①结转结余率≤5%得5分，高于5%不得分；②结转结余变动率≤0得5分，每超过1个百分点扣1分',
      'one of (,5]=5 (5,)=0 | 结转结余变动率 above 0: 1 per 1 of 5 to 0',
    ],
  ])('%s', (text, expected) => expect(read(text, '5', '结转结余')).toBe(expected));
});

test.each([
  '有结余但未超过上年结转的得2分',
  '有结余但没有超过上年结转得2分',
  '有结余，但不超出上年结转，得2分',
])('a surplus within what was carried in is read as a test in any wording: %s', (middle) => {
  const { rule } = parseRule(`没有结余得满分；${middle}；超过上年结转的不得分`, {
    full: '5',
    name: '资金结余',
  });
  expect(rule).toMatchObject({
    kind: 'states',
    states: [
      { points: '5' },
      { points: '2', when: [{ op: '>' }, { op: '<=', right: { metric: { name: '上年结转' } } }] },
      { points: '0' },
    ],
  });
});

describe('what is not understood whole is left to a person', () => {
  test.each([
    '根据满意度调查情况酌情扣分',
    '办结率≥95%得5分，每低于1个百分点扣0.5分，情况特殊的酌情处理',
    '以全省平均水平为基准，每低于平均值1个百分点扣0.1分',
    '按期办结率每降低1%扣1分',
    '实际完成情况与计划每相差3%，扣1分，扣满15分为止',
    '控制率≤100%得5分，每减少1个百分点扣0.5分',
    '工单签收率、办结率均达到100%得5分，每下降1%扣0.5分',
    '政府采购执行率=100%，得5分；否则按比例扣分',
    '超过1个百分点扣0.5分',
    '预算完成率≥95%得3分；结转结余率≤5%得2分',
    '全年无投诉得5分，有投诉一起扣1分',
    '未公开不得分；公开不及时扣2分；内容不完整扣2分',
    '每项任务完成得2分，未完成不得分',
    '预算完成率等于100%的，得5分；每低于或高于1个百分点扣0.5分',
    '5分',
    '',
    '（（（①②③≥≤%%分分扣得',
  ])('%s', (text) => {
    const { rule } = parseRule(text, { full: '5', name: '按期办结率' });
    expect(rule).toMatchObject({ kind: 'judged', range: ['0', '5'], text });
  });

  test('a weight that is no number gives no points to anyone', () => {
    expect(parseRule('完成得满分，未完成不得分', { full: '—', name: '完成' }).rule).toMatchObject({
      kind: 'judged',
      range: ['0', '0'],
    });
  });
});

test('a dropped word and a missing full mark are accepted and said', () => {
  const { readings } = parseRule('“三公经费”变动率≦0；“三公经费”＞0，每超过一个百分点扣0.5分，扣完为止', {
    full: '5',
    name: '“三公经费”变动率',
  });
  expect(readings.join()).not.toContain('undefined');
  const said = parseRule('“三公经费”变动率≦0计5分；“三公经费”＞0，每超过一个百分点扣0.5分', {
    full: '5',
    name: '“三公经费”变动率',
  });
  expect(said.readings).toContain('“三公经费”读作“三公经费变动率”');
  expect(said.readings).toContain('评分标准未写扣完为止，按最低0分计');
});
