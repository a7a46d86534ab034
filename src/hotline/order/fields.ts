import { Type, type TString, type TUnsafe } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import type { Instant } from '#lib/time.ts';
import { CALL_BACK_RESULTS, CHANNELS, ORDER_TYPES } from './words.ts';

/** Fields that several forms of this module share. */
export const OrganisationId = Type.String({ title: '承办单位', format: 'uuid', ref: 'organisation' });
export const Note = Type.String({ title: '备注', maxLength: 2000, keep: 'prose' });
/** A caller may be named in it: it stands beside the ledger, where it can be erased. */
export const Reason = (title = '理由'): TString =>
  Type.String({ title, minLength: 2, maxLength: 1000, keep: 'prose' });
export const At = (title: string): TUnsafe<Instant> =>
  Type.Unsafe<Instant>(Type.String({ title, format: 'date-time' }));
export const OrderTypeField = oneOf(ORDER_TYPES, '诉求类型');
export const ChannelField = oneOf(CHANNELS, '渠道');
export const ResultField = oneOf(CALL_BACK_RESULTS, '回访结果');
/** A code of 6, 9 or 12 digits, with the statistics bureau's trailing noughts or without; or the place's name. */
export const Place = Type.String({ title: '所在区划', minLength: 2, maxLength: 40, ref: 'region' });
/** A path `一级/二级/三级`, or the name of one topic when only one is called so. */
export const Topic = Type.String({ title: '诉求主题', minLength: 2, maxLength: 120 });
/** 联系诉求人: when, how, and whether the caller was reached. */
export const ContactField = Type.Object(
  {
    at: At('联系时间'),
    how: Type.String({ title: '联系方式', minLength: 1, maxLength: 40 }),
    withCaller: Type.Boolean({ title: '是否联系到诉求人本人' }),
    note: Type.Optional(Type.String({ title: '说明', maxLength: 500 })),
  },
  // It stands on the order; in the ledger a name said in it could never be erased.
  { title: '联系情况', keep: 'never' },
);
export const LETTER_LIMIT = 10_000;
