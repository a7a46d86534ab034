import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';

/** 绿色通道最长天数. Shipped with thirty days, an example: what is urgent for longer is asked for again. */
export const longestGreen = setting({
  name: 'cases.longest-green',
  title: '绿色通道最长天数',
  about: '纳入绿色通道最长到哪一天（自提出之日起的自然日）；到期仍需要的，再次提出并批准',
  schema: Type.Integer({ title: '最长天数', minimum: 1, maximum: 365 }),
  initial: 30,
});
