import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';

/** One id for every row of every noun: whatever refers to whatever is found. */
export const ROW_ID = '01980000-0000-7000-8000-0000000000aa';

/** Texts of which one or another fits every field there is; a new kind of field may need one more here. */
const TEXTS: readonly string[] = [
  '说明四个字',
  ROW_ID,
  '430611',
  '2026-11-10',
  '2026-11-10T01:00:00.000Z',
  'people.administrator',
  'sample-1',
  'A01',
  '12',
  '2020',
  '1.5',
  '0730-8170000',
  '13800001234',
  '2020-430611-76-03-012345',
  'f'.repeat(64),
  '110000189001010014',
  '',
];
const NUMBERS: readonly number[] = [1, 2020, 0, 10, 100];

type Schema = TSchema & {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: unknown;
};

const firstFitting = (schema: Schema, candidates: readonly unknown[]): unknown => {
  const found = candidates.find((each) => Check(schema, each));
  if (found === undefined) throw new Error(`no sample fits ${JSON.stringify(schema)}`);
  return found;
};

/** Some input that a schema accepts, with nothing that is optional. */
export function sampleOf(given: TSchema): unknown {
  const schema = given as Schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return sampleOf(union[0]!);
  if (schema.type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, sampleOf(schema.properties![name]!)]),
    );
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items!));
  if (schema.type === 'integer' || schema.type === 'number') return firstFitting(schema, NUMBERS);
  if (schema.type === 'boolean') return true;
  return schema.type === 'null' ? null : firstFitting(schema, TEXTS);
}
