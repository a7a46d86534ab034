import { Type, type Static } from 'typebox';
import { DAY_UNITS } from '#catalogue/index.ts';
import { oneOf } from '#lib/choice.ts';
import { setting } from '#lib/setting.ts';

const RenewalRules = Type.Object({
  days: Type.Integer({ title: '延续申请须在有效期届满前多少日提出', minimum: 1, maximum: 365 }),
  unit: oneOf(DAY_UNITS, '日的算法'),
  warnDays: Type.Integer({ title: '距延续申请最后一日多少日起提醒（自然日）', minimum: 1, maximum: 365 }),
});
export type RenewalRules = Static<typeof RenewalRules>;

/**
 * 延续规则 — thirty natural days: article 82 counts in working days the terms in which a body acts, this one binds the holder, and
 * counted in working days it would end some twelve days sooner than anybody who reads the law expects. An item with a law of its own says so
 * itself (`renewalAhead`).
 */
export const renewalRules = setting({
  name: 'cases.renewals',
  title: '延续规则',
  about:
    '行政许可法第五十条：有效期届满三十日前申请延续。第八十二条的工作日只管行政机关的期限，这里按自然日；本地另有规定的改为工作日，个别事项另有规定的在事项中填写',
  schema: RenewalRules,
  initial: { days: 30, unit: 'natural', warnDays: 30 },
});
