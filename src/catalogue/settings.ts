import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';
import { FOUR_SAME } from './compare/compare.ts';
import { ELEMENT_KEYS } from './elements/elements.ts';
import { ITEM_TYPES, NATIONAL_DIGITS } from './codes/types.ts';
import type { TypeDigits } from './codes/item-code.ts';

const Digits = Type.Unsafe<TypeDigits>(
  Type.Object(
    Object.fromEntries(
      Object.entries(ITEM_TYPES).map(([type, title]) => [
        type,
        Type.Optional(Type.String({ title, pattern: '^[0-9]{2}$', wrong: '应为两位数字' })),
      ]),
    ),
  ),
);

/**
 * 事项类型代码 — which two digits of a basic code say which type. The national digits are from memory of the standard, and
 * provinces differ, so both are data: by the first two digits of the basic code, `00` for the national catalogue.
 */
export const typeDigits = setting({
  name: 'catalogue.type-digits',
  title: '事项类型代码',
  about:
    '基本编码第 3、4 位与事项类型的对应，按基本编码前两位（00 国家，其余为省份）分别设置；没有设置的不作检查',
  schema: Type.Record(Type.String({ pattern: '^[0-9]{2}$' }), Digits),
  initial: { '00': NATIONAL_DIGITS },
});

/** The digits that hold for a basic code. */
export const digitsFor = (
  all: Readonly<Record<string, TypeDigits>>,
  basicCode: string | undefined,
): TypeDigits => all[basicCode?.slice(0, 2) ?? ''] ?? {};

/** 四级四同的比对要素 — nationally four; provinces ask for more. */
export const comparedFields = setting({
  name: 'catalogue.compared-fields',
  title: '四级四同比对要素',
  about: '与上级目录逐项比对哪些要素。国家要求名称、编码、依据、类型一致，各省可能更多',
  schema: Type.Array(Type.String({ title: '要素', enum: [...ELEMENT_KEYS] }), { minItems: 1, maxItems: 80 }),
  initial: [...FOUR_SAME],
});

/** 对照目录 — whose catalogue stands above this place's; nothing is compared until somebody names it. */
export const abovePlace = setting({
  name: 'catalogue.above-place',
  title: '上级对照目录',
  about: '四级四同以哪个区划的目录为准（区划代码，如 430000）；留空则不计一致率',
  schema: Type.String({ title: '区划代码', pattern: '^([0-9]{2,12})?$', wrong: '应为区划代码，或留空' }),
  initial: '',
});
