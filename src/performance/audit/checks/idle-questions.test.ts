import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('what nobody needs to ask', () => {
  test.each([
    // those who were asked are not counted here
    '目前办结工单640件，120件正在办理，按时办结率100%；对办结工单进行回访，群众满意度为97.26%。',
    '受理有效来信371封，无效来信12封；按期办结率98.11%，满意率99.33%。',
    // 80 ÷ 400 = 20 %, 60 = 15 %, 30 = 7.5 %, each in its order
    '共受理投诉900件。其中商品类投诉400件，占44.4%；服务类投诉500件，占55.6%。\n商品类投诉中，排名前三位的依次是家具类80件、食品类60件、鞋帽类30件，分别占商品类投诉总量的20.0%、15.0%、7.5%。',
    // each item has a rest of its own
    '工程项目21项，中标金额8640.5万元，节约资金310.2万元，采购项目18项，成交金额946.8万元，节约资金52.6万元。',
  ])('%s', (text) => expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]));

  test.each([
    // 104 ÷ 1110 = 9.37 %, 105 ÷ 1110 = 9.46 %
    ['回访1110件，不满意率9.42%。', 'contradiction'],
    // 631 ÷ 640 = 98.59 %
    ['回访640件，满意率98.58%。', 'rounding'],
  ] as const)('what was asked is held to the rate: %s (%s)', (text, verdict) =>
    expect(said(text, verdict)).toEqual(['integer']),
  );

  test('a share out of order is found', () => {
    const text =
      '全年受理服务类投诉500件，排名前三位的依次是餐饮类85件、美容类60件、维修类40件，分别占服务类投诉总量的17.0%、12.0%、9.5%。'; // 40 ÷ 500 = 8 %
    expect(accused(text)).toEqual(['rate']);
  });
});
