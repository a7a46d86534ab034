import type { Column } from '../column.ts';
import type { Noun, Row } from '../noun.ts';
import { saltOf } from './canonical.ts';

/** `handedOverAt` → `handed_over_at`: rows are camelCase in TypeScript and snake_case in SQL. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One stored column: its name in the row, in SQL, and its SQL type. */
export interface Stored {
  readonly name: string;
  readonly sql: string;
  readonly type: Column<unknown>['sql'];
}

const stored = (name: string, type: Stored['type']): Stored => ({ name, sql: snake(name), type });
const cache = new WeakMap<Noun, readonly Stored[]>();

/** All stored columns of a noun in a fixed order: the engine's own first, a salt beside each prose column. */
export function storedColumns(noun: Noun): readonly Stored[] {
  const known = cache.get(noun);
  if (known) return known;
  const own = [
    stored('id', 'uuid'),
    stored('version', 'integer'),
    stored('number', 'text'),
    stored('state', 'text'),
  ];
  const declared = Object.entries(noun.columns).flatMap(([name, column]) =>
    column.keeping === 'prose'
      ? [stored(name, column.sql), stored(saltOf(name), 'text')]
      : [stored(name, column.sql)],
  );
  const all = [...own, ...declared];
  cache.set(noun, all);
  return all;
}

/** A row from what the driver returned (`select *`): renamed, nothing else; the driver has made instants and JSON right. */
export function rowFrom(noun: Noun, record: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = {};
  for (const column of storedColumns(noun)) row[column.name] = record[column.sql] ?? null;
  return row as unknown as Row;
}

/** A value as a text parameter of its type; JSON is made text here so that `null` inside JSON and SQL null stay apart. */
export function asParameter(type: Stored['type'], value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return type === 'jsonb' ? JSON.stringify(value) : value;
}
/** The array type a column of this type travels as. */
export const arrayType = (type: Stored['type']): string => (type === 'jsonb' ? 'text[]' : `${type}[]`);
/** How the unnested value becomes the column's type again. */
export const castBack = (type: Stored['type'], expression: string): string =>
  type === 'jsonb' ? `${expression}::jsonb` : expression;
