import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

/** Neither accused nor asked about. */
const silent = (text: string): void => {
  expect(accused(text)).toEqual([]);
  expect(said(text, 'doubtful')).toEqual([]);
};

describe('a rate of one thing is not judged by the counts of another', () => {
  test.each([
    // 1836 ÷ 1860 = 98.71 %; of the second only the base is given
    '食品抽检1,860批次，合格1,836批次，合格率98.7%；药品抽检120批次，合格率100%。',
    '食品抽检1,860批次，合格1,836批次，合格率98.7%，药品抽检120批次，合格率100%。',
    '排查自建房218栋，整治205栋，整治率94.04%；排查厂房30栋，整治率100%。',
    // 39 ÷ 40 = 97.5 %; 198.4 ÷ 200 = 99.2 %
    '重点工作应完成40项，实际完成39项，办结率97.5%。政府采购预算200万元，实际198.4万元，执行率99.2%。',
    '信访受理480件，办结470件，办结率97.9%；网上受理信件60件，办结率100%。',
  ])('%s', silent);

  test.each([
    '食品抽检1,860批次，合格1,836批次，合格率96.7%；药品抽检120批次，合格率100%。', // 98.71
    '药品抽检120批次，合格率100%；食品抽检1,860批次，合格1,836批次，合格率96.7%。',
    '受理480件，办结470件，办结率97.9%；按期办结450件，按期办结率97.5%。', // 450 ÷ 480 = 93.75
  ])('while its own still count: %s', (text) => expect(accused(text)).toContain('rate'));
});
