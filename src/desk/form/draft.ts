import { bare, isEmpty, kindOf, properties, type Schema } from './schema.ts';

/** Without what must leave no trace: passwords and phone numbers are typed again. */
function keepable(given: Schema, value: unknown): unknown {
  const schema = bare(given);
  if (schema.keep === 'never') return undefined;
  if (kindOf(schema) !== 'group' || typeof value !== 'object' || value === null) return value;
  const written = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(properties(schema).map(([name, each]) => [name, keepable(each, written[name])]));
}

/** What was being filled in, kept in this window until it is sent: a reload or a lost session costs nothing. */
export function draftOf(key: string, schema: Schema) {
  const place = `yichuang.draft.${key}`;
  return {
    read(): Readonly<Record<string, unknown>> | null {
      const text = sessionStorage.getItem(place);
      return text === null ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>);
    },
    write(value: unknown): void {
      const kept = keepable(schema, value);
      if (isEmpty(kept)) sessionStorage.removeItem(place);
      else sessionStorage.setItem(place, JSON.stringify(kept));
    },
    forget: (): void => sessionStorage.removeItem(place),
  };
}
