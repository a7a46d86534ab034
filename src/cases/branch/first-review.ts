import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

/** 初审规则 — the days that a lower body has from the acceptance, where the law gives no other (行政许可法 43). */
export const firstReviewRules = setting({
  name: 'cases.first-review',
  title: '初审规则',
  about: '下级行政机关初审的法定时限，自受理之日起；事项的环节另写时限的从其规定（行政许可法第四十三条）',
  schema: Type.Object({
    withinDays: Type.Integer({ title: '下级初审时限（工作日）', minimum: 1, maximum: 60 }),
  }),
  initial: { withinDays: 20 },
});
export type FirstReviewRules = (typeof firstReviewRules)['initial'];
