import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { action } from '#lib/action/action.ts';

import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';

/** 计分口径 — the questions the form leaves open; each decision is printed on the sheet. */
export const setSettings = action(evaluation, {
  name: 'set-settings',
  title: '确定计分口径',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    partOfStep: Type.Optional(
      oneOf({ whole: '不足一步不扣分', started: '不足一步按一步', 'pro-rata': '按比例' }, '不足一步的部分'),
    ),
    silentEnd: Type.Optional(oneOf({ lower: '含下限', upper: '含上限' }, '未注明“含”的分档')),
    percent: Type.Optional(oneOf({ points: '百分点', relative: '标准值的百分比' }, '“每低于N%”')),
  }),
  decide: ({ evaluation: mine, input, by }) => ({
    state: 'draft',
    settings: {
      partOfStep: input.partOfStep ?? mine.settings.partOfStep,
      silentEnd: input.silentEnd ?? mine.settings.silentEnd,
      percent: input.percent ?? mine.settings.percent,
    },
    writers: asWriter(mine, by),
  }),
});
