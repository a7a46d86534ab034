import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

const whole = '本周共受理诉求8000件，日均1143件。\n二、诉求分类\n';
// 3600 ÷ 8000 = 45 %, 2440 = 30.5 %, 1160 = 14.5 %, 800 = 10 %
const list =
  '咨询类共3600件，占45.00%；求助类共2440件，占30.50%；建议类共1160件，占14.50%；投诉类800件，占10.00%。';

describe('shares of one list are of one whole', () => {
  test('no member is the base of its neighbour', () => {
    expect([...accused(list), ...said(list, 'doubtful')]).toEqual([]);
  });

  test('the total before the heading bears all of them out', () => {
    expect([...accused(whole + list), ...said(whole + list, 'doubtful')]).toEqual([]);
    expect(said(whole + list, 'consistent').filter((kind) => kind === 'rate')).toHaveLength(4);
  });

  test('one that its neighbours do not bear out is wrong, and only that one', () => {
    expect(accused(whole + list.replace('14.50%', '11.50%'))).toEqual(['rate']);
  });

  test('also where each member has a paragraph of its own', () => {
    const listed = (share: string): string =>
      `5月共收到有效来件6400件。\n（一）按内容\n道路类共960件，占比15.00%。涉及路灯120件、井盖86件。\n供水类共608件，占比9.50%。涉及停水210件。\n绿化类共416件，占比${share}。涉及修剪98件。\n物业类共1280件，占比20.00%。`;
    expect(accused(listed('6.50%'))).toEqual([]); // 416 ÷ 6400
    expect(accused(listed('5.60%'))).toEqual(['rate']);
  });

  test('a total that none of them fits is one finding, not one for each', () => {
    const text =
      '6月，热线共受理诉求12600件。其中，咨询类3600件，占45.00%；求助类2440件，占30.50%；建议类1160件，占14.50%；投诉类800件，占10.00%。';
    expect(accused(text)).toHaveLength(1);
  });

  test('a total said in another paragraph is asked about', () => {
    // 148 ÷ 585 … of 250 + 200 + 100 + 35 = 585, not of 600
    const text =
      '今年共交办建议600件。\n从结果看，已解决的250件，占总数的42.7%；列入计划的200件，占总数的34.2%；暂不能解决的100件，占总数的17.1%；留作参考的35件，占总数的6.0%。';
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toContain('rate');
  });

  test.each([
    // each of its own plan
    '税务部门完成1240万元，占调整预算的96.20%；财政部门完成860万元，占调整预算的91.40%。',
    // 基本支出 480 ÷ 600 = 80 %, 项目支出 120 ÷ 600 = 20 %
    '1.基本支出480万元，占一般公共预算支出的80.00%。\n2.项目支出120万元，占一般公共预算支出的20.00%。',
    // a list of two totals: nobody knows of what
    '甲类共90件，占45.00%；乙类共60件，占30.00%；丙类共40件，占57.10%；丁类共30件，占42.90%。',
  ])('accuses nobody: %s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });

  test('two of one whole that are more than it together are found', () => {
    const text =
      '1.基本支出480万元，占一般公共预算支出的84.20%。\n2.项目支出120万元，占一般公共预算支出的20.80%。';
    expect(accused(text)).toEqual(['rate']);
  });

  test('and told once where the whole is printed', () => {
    // 68 ÷ 85 = 80 %, 60 ÷ 85 = 70.59 %
    const text =
      '一般公共预算支出85.00亿元，其中民生支出68.00亿元，占一般公共预算支出的90.0%；八项支出60.00亿元，占一般公共预算支出的70.6%。';
    expect(accused(text)).toEqual(['rate']);
  });

  test('what 其中 divides may have a share of its own', () => {
    // 200 ÷ 400 = 50 %; 90 ÷ 200 = 45 %, not 48 %
    const text = '受理投诉400件。商品类200件，占50.0%，其中食品类90件，占商品类的48.0%。';
    expect(accused(text)).toEqual(['rate']);
  });

  test('shares that make a hundred are of all there is', () => {
    // 432 + 288 + 54 + 26 = 800
    const text = (total: string): string =>
      `一季度完成交易项目${total}个，比上季度增长1.8%。\n从类别看，政府采购类432个，占总交易个数的54%；工程类288个，占总交易个数的36%；资源类54个，占总交易个数的7%；产权类26个，占总交易个数的3%。`;
    expect([...accused(text('800')), ...said(text('800'), 'doubtful')]).toEqual([]);
    expect(said(text('802'), 'doubtful')).toEqual(['sum']);
  });
});
