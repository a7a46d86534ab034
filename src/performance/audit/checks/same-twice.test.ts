import { expect, test } from 'vitest';
import { accused } from '../testing/sentence.ts';

test.each([
  '道路养护项目支出进度95.0%，结余8.59万元。\n桥梁维修项目支出进度96.0%，结余9.46万元。',
  '培训工作安排50万元，支出48万元。\n宣传工作安排60万元，支出54万元。',
])('what is left of one matter is not what is left of another: %s', (text) => {
  expect(accused(text)).not.toContain('equal');
});

test.each([
  '全年支出合计1865.42万元。\n二、使用情况\n全年支出合计1856.42万元，执行率95%。',
  '年末结余86.30万元。\n二、结转情况\n年末结余83.60万元，按规定使用。',
])('while the whole of the year is one: %s', (text) => {
  expect(accused(text)).toContain('equal');
});
