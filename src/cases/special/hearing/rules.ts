import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const days = (title: string) => Type.Integer({ title, minimum: 1, maximum: 60 });
const HearingRules = Type.Object({
  askWithinDays: days('提出听证申请的期限（工作日）'),
  holdWithinDays: days('组织听证的期限（工作日）'),
  noticeBeforeDays: days('举行前多少工作日通知时间地点'),
});
export type HearingRules = Static<typeof HearingRules>;

/** 听证规则 — shipped with the days of 行政许可法 47 and 48; its article 82 makes them working days. */
export const hearingRules = setting({
  name: 'cases.hearing',
  title: '听证规则',
  about: '被告知后几日内提出、提出后几日内组织、举行几日前通知，出自行政许可法第四十七、四十八条',
  schema: HearingRules,
  initial: { askWithinDays: 5, holdWithinDays: 20, noticeBeforeDays: 7 },
});
