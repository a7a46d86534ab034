import { expect, test } from 'vitest';
import { said } from '../testing/sentence.ts';

const rated = (rate: string) =>
  said(`一、机构人员\n核定编制60名，在职人员58人。\n二、绩效情况\n在职人员控制率${rate}。`, 'doubtful');

// 58 ÷ 60 = 96.67 %
test('a rate of control is held to the posts and the staff of another section', () => {
  expect(rated('96.67%')).toEqual([]);
  expect(rated('69.67%')).toEqual(['rate']);
});
test('but not that of a unit below', () => {
  expect(
    said(
      '一、机构人员\n核定编制60名，在职人员58人。\n二、分单位情况\n（一）推广站\n在职人员控制率100%。',
      'doubtful',
    ),
  ).toEqual([]);
});
