import type { Suite } from '#lib/suite.ts';
import type { Personal } from '../column.ts';
import type { Noun, Row } from '../noun.ts';
import type { Query } from './load.ts';
import { planOf } from './plan.ts';

/** Reads personal values in the clear, for a comparison inside the program. */
export type Opener = (noun: Noun, rows: readonly Row[]) => Promise<readonly OpenedRow[]>;
/** Personal columns by name; null where nothing was said, or where retention has destroyed the key. */
export type OpenedRow = Readonly<Record<string, string | null>>;

async function keysOf(query: Query, values: readonly Personal[]): Promise<ReadonlyMap<string, string>> {
  if (values.length === 0) return new Map();
  const found = await query('select id, wrapped from personal_key where id = any($1::uuid[])', [
    values.map((each) => each.key),
  ]);
  return new Map(found.map((each) => [each['id'] as string, each['wrapped'] as string]));
}

export const opener =
  (query: Query, suite: Suite): Opener =>
  async (noun, rows) => {
    const names = planOf(noun).personal.map(({ name }) => name);
    const valueOf = (row: Row, name: string): Personal | null =>
      (row as unknown as Readonly<Record<string, Personal | null>>)[name] ?? null;
    const sealed = rows.flatMap((row) =>
      names.map((name) => valueOf(row, name)).filter((each) => each !== null),
    );
    const keys = await keysOf(query, sealed);
    const plain = (value: Personal | null): string | null => {
      const wrapped = value && keys.get(value.key);
      return wrapped ? suite.open(value, wrapped) : null;
    };
    return rows.map((row) => Object.fromEntries(names.map((name) => [name, plain(valueOf(row, name))])));
  };
