import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const days = (title: string, maximum: number) => Type.Integer({ title, minimum: 1, maximum });
const SurveyRules = Type.Object({
  aheadDays: days('勘查最迟约在告知之后多少个工作日内', 60),
  concludeDays: days('约定勘查日（或整改期限）之后多少个工作日内作出结论，逾期承诺时限自行恢复', 60),
  putRightDays: days('限期整改最长（工作日）', 250),
});
export type SurveyRules = Static<typeof SurveyRules>;

/**
 * 现场勘查期限 — how far ahead a survey may be named, and for how long a promise stands still for it. No law counts the days of a
 * survey (article 45 does not list it), so these are examples that a place makes its own, with its basis.
 */
export const surveyRules = setting({
  name: 'cases.surveys',
  title: '现场勘查期限',
  about:
    '现场勘查不在行政许可法第四十五条所列，法律没有规定天数；以下为示例，请按本地规定填写。承诺时限只在这些天数内中止，改期不延长',
  schema: SurveyRules,
  initial: { aheadDays: 10, concludeDays: 5, putRightDays: 30 },
});
