import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

/** 紧急工单延期 — what presses has a limit of its own; no extension is longer than the time it was first given either. */
export const urgentRules = setting({
  name: 'hotline.urgent-extension',
  title: '紧急工单延期',
  about: '紧急工单每次延期最长多少小时（一日按 24 小时），并且不得超过它原来的时限；填 0 表示不许延期',
  schema: Type.Object({
    longestHours: Type.Integer({ title: '每次延期最长（小时）', minimum: 0, maximum: 240 }),
  }),
  initial: { longestHours: 24 },
});
