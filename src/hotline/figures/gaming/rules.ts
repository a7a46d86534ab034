import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const Count = (title: string, minimum: number, maximum: number) => Type.Integer({ title, minimum, maximum });
const GamingRules = Type.Object({
  minutesBefore: Count('期限前多少分钟内答复算踩点', 1, 1440),
  massInMinute: Count('同一人一分钟内办理多少件算集中操作', 2, 1000),
  lastMinutesOfDay: Count('每日最后多少分钟算零点前', 1, 240),
  massAtMidnight: Count('同一人零点前办理多少件算集中操作', 2, 1000),
  extensionHoursBefore: Count('期限前多少小时内申请延期算临期', 1, 240),
  sameReplyLength: Count('多少字以上的相同答复才列出', 5, 2000),
});
export type GamingRules = Static<typeof GamingRules>;

/** 异常办理线索 — where to look; a line is a question to somebody, never a finding. */
export const gamingRules = setting({
  name: 'hotline.gaming',
  title: '异常办理线索的界线',
  about: '督办员的异常线索按这些界线列出；线索只是提示核查，不作结论',
  schema: GamingRules,
  initial: {
    minutesBefore: 10,
    massInMinute: 10,
    lastMinutesOfDay: 10,
    massAtMidnight: 5,
    extensionHoursBefore: 4,
    sameReplyLength: 20,
  },
});
