import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { setting } from '#lib/setting.ts';

/** Whether strangers may post, and what they get. */
export const open311 = setting({
  name: 'hotline.open311',
  title: 'Open311 接口',
  about:
    '外部程序按 GeoReport v2 提交诉求：是否允许没有 api_key 的程序提交，提交后给编号还是给令牌；只影响以后的提交',
  schema: Type.Object({
    isOpen: Type.Boolean({ title: '没有 api_key 也可以提交' }),
    answersWith: oneOf({ number: '编号', token: '令牌（稍后换编号）' }, '提交后给出'),
  }),
  initial: { isOpen: true, answersWith: 'number' },
});
