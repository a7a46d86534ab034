import { Type, type TString, type TUnsafe } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import type { Day } from '#lib/time.ts';
import { ACTS, EXTENTS, IDENTITY_KINDS, LEVELS } from './words.ts';

const NAME = '^\\S(.*\\S)?$';
export const PersonName = (title = '姓名'): TString =>
  Type.String({ title, minLength: 1, maxLength: 60, pattern: NAME, keep: 'never' });
/** Spaces and small letters are the program's business, see `tidied`. */
export const IdentityNumber = (title = '证件号码'): TString =>
  Type.String({ title, minLength: 5, maxLength: 30, keep: 'never' });
export const IdentityKindField = { ...oneOf(IDENTITY_KINDS, '证件种类'), keep: 'never' as const };
export const Phone = Type.String({
  title: '手机号',
  pattern: '^1[3-9][0-9]{9}$',
  wrong: '应为 11 位手机号',
  keep: 'never',
});
export const FirmName = Type.String({ title: '单位名称', minLength: 2, maxLength: 120, pattern: NAME });
export const CreditCode = Type.String({ title: '统一社会信用代码', minLength: 1, maxLength: 24 });
export const LevelField = oneOf(LEVELS, '实名等级');
export const Reason = (title = '原因'): TString => Type.String({ title, minLength: 2, maxLength: 200 });
export const On = (title: string): TUnsafe<Day> => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const Reference = (noun: string, title: string): TString =>
  Type.String({ title, format: 'uuid', ref: noun });
export const ActsField = Type.Array(oneOf(ACTS, '可办的事'), {
  title: '可以代办什么',
  minItems: 1,
  maxItems: Object.keys(ACTS).length,
  uniqueItems: true,
});
export const ExtentField = oneOf(EXTENTS, '委托范围');
export const ItemCodes = Type.Array(
  Type.String({ title: '事项编码', minLength: 3, maxLength: 100, ref: 'item' }),
  {
    title: '事项',
    maxItems: 200,
    uniqueItems: true,
  },
);
export const DocumentSeen = Type.Boolean({ title: '已当面核对证件原件' });
