import { Type, type TString, type TUnsafe } from 'typebox';
import type { Day } from '#lib/time.ts';

/** Fields that several forms here share. `ref` tells the desk which list to choose from. */
export const Name = (title: string, maxLength = 60): TString =>
  Type.String({ title, minLength: 2, maxLength, pattern: '^\\S(.*\\S)?$' });
export const Reason = Type.String({ title: '原因', minLength: 2, maxLength: 200 });
export const RegionCode = (title = '行政区划代码'): TString =>
  Type.String({ title, pattern: '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$', ref: 'region' });
export const Reference = (noun: string, title: string): TString =>
  Type.String({ title, format: 'uuid', ref: noun });
export const On = (title: string): TUnsafe<Day> => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const Phone = Type.String({ title: '办公电话', pattern: '^[0-9][0-9 -]{2,18}[0-9]$' });
export const Remit = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
  title: '职责范围（事项或诉求类别）',
  maxItems: 200,
  uniqueItems: true,
});
