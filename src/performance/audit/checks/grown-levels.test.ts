import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a change reaches a level of another sentence by its whole name', () => {
  test.each([
    // 应结案 is not 结案, and both are of one source of cases
    '4月共受理案件1460件。其中，巡查上报1380件，占94.52%；视频发现18件，占1.23%，应结案数18件，结案数6件，结案率33.33%。与上月相比，应结案数减少120件，减少8.15%；结案数减少96件，减少6.82%。',
    // what is said of a rate
    '全月结案数860件。与上月相比，责任单位结案数减少40件，结案率减少1.25%。',
    '立案42件，办结40件。未办结件较上月减少12件，下降30.77%。',
  ])('%s', (text) => expect([...accused(text), ...said(text, 'doubtful')]).not.toContain('growth'));

  test.each([
    // 40 ÷ (860 + 40) = 4.44 %
    '全月结案数860件。与上月相比，结案数减少40件，下降6.44%。',
    '5月受理投诉540件，比上月增加40件，增长9%。', // 8 %
  ])('and is held to it: %s', (text) => expect(accused(text)).toContain('growth'));
});

describe('a rate and its step are held to each other in both orders', () => {
  test.each([
    // 212 ÷ (4452 − 212) = 5 %
    ['受理商事案件4452件，同比上升5.00%，增加212件。', 'consistent'],
    ['受理商事案件4452件，同比增加212件，上升5.00%。', 'consistent'],
    ['受理商事案件4452件，同比上升7.00%，增加212件。', 'contradiction'],
    ['受理商事案件4452件，同比增加212件，上升7.00%。', 'contradiction'],
    ['发放补助860万元，较上年下降8.51%，减少80万元。', 'consistent'], // 80 ÷ 940
    ['发放补助860万元，占总额的12.0%，较上年下降6.51%，减少80万元。', 'contradiction'],
    ['发放补助860万元，较上年下降6.51%，减少80万元。', 'contradiction'],
  ] as const)('%s (%s)', (text, verdict) => expect(said(text, verdict)).toEqual(['growth']));
});
