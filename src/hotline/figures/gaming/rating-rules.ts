import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const RatingRules = Type.Object({
  secondsAfter: Type.Integer({ title: '答复公布后多少秒内评价满意算立即评价', minimum: 1, maximum: 86_400 }),
  massInMinute: Type.Integer({ title: '同一单位一分钟内几件评价满意算集中评价', minimum: 2, maximum: 1000 }),
  ofOneCaller: Type.Integer({ title: '同一号码几件评价同一单位满意才列出', minimum: 2, maximum: 1000 }),
});
export type RatingRules = Static<typeof RatingRules>;

/** 群众评价异常线索 — apart from the other bounds, so that a place which has set those keeps them as they are. */
export const ratingRules = setting({
  name: 'hotline.gaming-ratings',
  title: '群众评价异常线索的界线',
  about: '督办员的异常线索中，群众评价按这些界线列出；线索只是提示核查，不作结论',
  schema: RatingRules,
  initial: { secondsAfter: 60, massInMinute: 3, ofOneCaller: 5 },
});
