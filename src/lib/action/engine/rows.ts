import type { Column } from '../column.ts';
import type { Noun } from '../noun.ts';
import { saltOf } from './salt.ts';

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

/** A value as the text of its type; JSON is made here so that `null` inside JSON and SQL null stay apart. */
export function asText(type: Stored['type'], value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return type === 'jsonb' ? JSON.stringify(value) : String(value as string | number | boolean);
}
