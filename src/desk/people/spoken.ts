import { bare, choices, kindOf, properties, type Schema } from '#desk/form/schema.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One value in words, by its schema: choices by their titles, lists joined. */
function said(given: Schema, value: unknown): string {
  const schema = bare(given);
  const kind = kindOf(schema);
  if (value === null || value === undefined || value === '') return '—';
  if (kind === 'choice') return choices(schema).find((each) => each.value === value)?.title ?? asText(value);
  if (kind === 'yes-no') return value === true ? '是' : '否';
  if (kind === 'list')
    return (value as readonly unknown[]).map((each) => said(schema.items!, each)).join('、');
  if (kind === 'group')
    return properties(schema)
      .map(([name, each]) => said(each, (value as Readonly<Record<string, unknown>>)[name]))
      .join('–');
  return asText(value);
}

/** A setting's value as lines of title and words. */
export function spoken(schema: Schema, value: unknown): readonly (readonly [string, string])[] {
  if (kindOf(schema) !== 'group') return [['现在的值', said(schema, value)]];
  const parts = value as Readonly<Record<string, unknown>>;
  return properties(schema).map(([name, each]) => [each.title ?? name, said(each, parts[name])]);
}
