import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('relations between figures of a sentence', () => {
  test.each([
    '分别接待游客310人、245人和145人，共计700人。', // 310 + 245 + 145
    '按来源分：窗口35件、电话25件，合计60件；按结果分，另有回访18件。',
    '货物占45%，工程占30%，服务占25%，合计100%。',
    '预算安排80万元，中标价74.5万元，节约5.5万元。', // 80 − 74.5
    '排查桥梁90座，其中隐患12座，已加固9座，剩余3座。', // 12 − 9
    '回访200件，其中满意150件、基本满意30件、不满意20件。', // 150 + 30 + 20
    '回访200件，其中满意150件、不满意20件。', // the other 30 may have said nothing
    '支付设计费35万元（即350,000元）。',
    '合格率96.5%，不合格率3.5%。',
    '2022年4月2日开工，9月30日完工，10月18日通过验收。',
    '一期2022年9月30日完工，二期2022年4月2日开工。',
    '全县公共图书馆6座，全县6座公共图书馆均免费开放。',
    '全县公共图书馆6座，全县8座公共图书馆均免费开放。', // of which day is not said
    '抽检农药80批次，不合格3批次，合格率96.25%；抽检种子50批次，不合格1批次，合格率98%。', // 77 ÷ 80, 49 ÷ 50
    '检查商户100家，不合格8家，整改后合格率99%。',
    '共抽检水样80份，其中不合格2份，合格率97.5%。', // 78 ÷ 80
    '年初预算160万元，全年预算数200万元，实际支出190万元，预算执行率95%。', // 190 ÷ 200
    '年末全县公共图书馆6座。全年全县8座公共图书馆均免费开放。',
    '投入指标得10分，过程指标得27分，产出指标得35分，效果指标得25分，合计97分。',
    '制度健全得2分，执行有效得3分，公开及时得1分，满分5分。', // a rule: the best of them, not all
    '完成率100%得5分，90%以上得4分，否则得1分，合计6分。',
    '全县公共图书馆6座，今年全县2座公共图书馆完成改造。',
    '执行率=360÷400×100%=90%。',
    '编制50人，实有46人，其中行政编制30人、事业编制20人。', // 30 + 20 = 50
    '签收率99%，比上月的98%提高1个百分点；满意率95%，比上月的96%下降1个百分点。',
    '资产900万元，比上年末增加70万元；负债100万元，比上年末减少30万元。',
    '追加预算30万元，原预算200万元，支出210万元，结余20万元。', // 30 + 200 − 210
    '回访500件，满意450件，其中非常满意300件，不满意50件。',
    '2022年12月28日受理，1月6日办结。', // of the next year
    '工程3月5日开工，其中桥梁2月20日完工。',
    '购置彩超94万元、心电图机6万元，合计100万元。', // 彩超 is no 超
    '手术520台，其中急诊130台，占25%。', // 130 ÷ 520
    '自评得分90分，其中投入10分、过程20分、产出40分、效益20分。',
    '新建路灯2,400盏，年度任务2,000盏，完成率120%。',
    '变动率=[（9-10）÷10]×100%=-10%。', // −1 ÷ 10
    '支付率=（120万元÷160万元）×100%=75%。',
  ])('holds and is not accused: %s', (text) => {
    expect(accused(text)).toEqual([]);
  });

  test.each([
    ['分别接待游客310人、245人和145人，共计720人。', 'sum'],
    ['货物占45%，工程占35%，服务占25%，合计100%。', 'sum'], // 105
    ['预算安排80万元，中标价74.5万元，节约6.5万元。', 'sum'],
    ['排查桥梁90座，其中隐患12座，已加固9座，剩余5座。', 'sum'],
    ['回访200件，其中满意150件、基本满意30件、不满意25件。', 'sum'], // 205
    ['支付设计费35万元（即35,000元）。', 'unit'],
    ['支付设计费350,000元（350.00万元）。', 'unit'],
    ['合格率96.5%，不合格率4.5%。', 'sum'],
    ['2022年4月2日开工，9月30日完工，8月18日通过验收。', 'date'],
    ['受理日期：2022年6月9日，办结日期：2022年6月1日。', 'date'],
    ['截至2023年底，全县公共图书馆6座。截至2023年底，全县8座公共图书馆均免费开放。', 'equal'],
    ['抽检农药80批次，不合格3批次，合格率97.25%。', 'rate'],
    ['年初预算160万元，全年预算数200万元，实际支出190万元，预算执行率97%。', 'rate'],
    ['投入指标得10分，过程指标得27分，产出指标得35分，效果指标得25分，合计98分。', 'sum'], // 97
    ['综合得分96分，其中投入得10分，过程得27分，产出得35分，效果得25分。', 'sum'], // 97
    ['执行率=360÷400×100%=92%。', 'rate'],
    ['购置彩超94万元、心电图机6万元，合计110万元。', 'sum'],
    ['手术520台，其中急诊130台，占28%。', 'rate'],
    ['自评得分92分，其中投入10分、过程20分、产出40分、效益20分。', 'sum'],
    ['新建路灯2,400盏，年度任务2,000盏，完成率125%。', 'rate'],
    ['6月20日，居民来信反映停车难，街道6月12日受理。', 'date'],
    ['变动率=[（9-10）÷10]×100%=-15%。', 'rate'],
  ])('is found: %s (%s)', (text, kind) => {
    expect(accused(text)).toContain(kind);
  });
});

test('what a bracket includes is one of the parts', () => {
  // 12 + 70 + 8 = 90; without the 12 there would be something left to ask for.
  const text = '全年收入90万元（含上年结转12万元），其中财政拨款70万元、其他收入8万元。';
  expect([...said(text, 'doubtful'), ...accused(text)]).toEqual([]);
});

test('two counts of one name without a day of their own are a question', () => {
  expect(said('全县公共图书馆6座，全县8座公共图书馆均免费开放。', 'doubtful')).toContain('equal');
});

const count = integer({ min: 2, max: 9999 });

// Four printed figures of land may be off by two together, so the change is at least three.
test('a list and its total: true ones are never accused, a changed total always is', () => {
  assert(
    property(count, count, count, integer({ min: 3, max: 99 }), (a, b, c, off) => {
      const text = (total: number): string => `其中甲镇${a}亩、乙镇${b}亩、丙镇${c}亩，合计${total}亩。`;
      expect(accused(text(a + b + c))).toEqual([]);
      expect(accused(text(a + b + c + off))).toContain('sum');
    }),
    { numRuns: 60 },
  );
});

test('a difference from its base: true ones are never accused, a changed one always is', () => {
  assert(
    property(count, count, integer({ min: 1, max: 99 }), (base, step, off) => {
      const text = (more: number): string => `收到建议${base + step}条，比上年${base}条增加${more}条。`;
      expect(accused(text(step))).toEqual([]);
      expect(said(text(step + off), 'contradiction')).toContain('growth');
    }),
    { numRuns: 60 },
  );
});
