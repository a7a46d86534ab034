import { Type, type TSchema } from 'typebox';
import { ConditionsSchema, COURSE_SCHEMAS } from './course-schema.ts';
import { ELEMENT_KEYS, ELEMENTS, type ElementKey } from './elements.ts';
import { DAY_UNITS, MATERIAL_KINDS, MATERIAL_NEEDS, MATERIAL_SOURCES } from './kinds.ts';

const keysOf = (options: Readonly<Record<string, string>>, title: string): TSchema =>
  Type.String({ title, enum: Object.keys(options) });
const orNull = (schema: TSchema): TSchema => Type.Union([schema, Type.Null()]);
const words = (title: string, maxLength: number): TSchema => Type.String({ title, maxLength });

export const MaterialSchema = Type.Object({
  name: Type.String({ title: '材料名称', minLength: 1, maxLength: 500 }),
  need: keysOf(MATERIAL_NEEDS, '必要性'),
  kind: orNull(keysOf(MATERIAL_KINDS, '形式')),
  copies: orNull(Type.Integer({ title: '份数', minimum: 0, maximum: 99 })),
  specification: orNull(words('规格', 500)),
  source: orNull(keysOf(MATERIAL_SOURCES, '来源渠道')),
  basis: orNull(words('依据', 2000)),
  hint: orNull(words('填报须知', 2000)),
  standard: orNull(words('受理标准', 2000)),
  mayFollow: Type.Boolean({ title: '可容缺' }),
  when: Type.Optional(ConditionsSchema),
  outputOf: Type.Optional(orNull(Type.String({ title: '由哪一事项产生（基本编码）', maxLength: 40 }))),
});

function schemaOf(key: ElementKey): TSchema {
  const { kind, title, options } = ELEMENTS[key];
  if (kind === 'limit')
    return Type.Object(
      { days: Type.Integer({ title: '天数', minimum: 0, maximum: 3650 }), unit: keysOf(DAY_UNITS, '单位') },
      { title },
    );
  if (kind === 'choice') return keysOf(options, title);
  if (kind === 'choices') return Type.Array(keysOf(options, title), { title, maxItems: 20 });
  if (kind === 'lines') return Type.Array(words(title, 2000), { title, maxItems: 200 });
  if (kind === 'materials') return Type.Array(MaterialSchema, { title, maxItems: 200 });
  if (kind in COURSE_SCHEMAS) return COURSE_SCHEMAS[kind as keyof typeof COURSE_SCHEMAS](title);
  if (kind === 'flag') return Type.Boolean({ title });
  if (kind === 'count') return Type.Integer({ title, minimum: 0, maximum: 99 });
  if (kind === 'day') return Type.String({ title, format: 'date' });
  return words(title, kind === 'paragraph' ? 20_000 : kind === 'code' ? 100 : 500);
}

/** What an action takes of an item: any of the elements, each of its kind. */
export const ElementsInput = Type.Object(
  Object.fromEntries(ELEMENT_KEYS.map((key) => [key, Type.Optional(schemaOf(key))])),
  { title: '要素', keep: 'whole' },
);
