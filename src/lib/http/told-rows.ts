import type { Query } from '#lib/action/engine/load.ts';
import { selectRows } from '#lib/action/engine/row-text.ts';
import type { Noun } from '#lib/action/noun.ts';
import { gathered } from '#lib/gathered.ts';
import { selectTimeline } from './timeline.ts';

type Record = Readonly<globalThis.Record<string, unknown>>;
export type RowKey = 'id' | 'number';
const TYPES = { id: 'uuid', number: 'text' } as const;

/**
 * So many rows at most are told by one statement. It takes them one by one and not as an array: of an array the planner
 * does not know the length, and would plan the statement anew each time, which takes longer than to run it.
 */
const MOST = 16;

function toldText(noun: Noun, column: RowKey, places: number): string {
  const keys = Array.from({ length: places }, (_, n) => `($${n + 1}::${TYPES[column]})`).join(', ');
  return selectRows(
    noun,
    `join (values ${keys}) w(key) on r.${column} = w.key`,
    `, x."${column}" as key, ${selectTimeline('x.id')} as timeline`,
  );
}

type Told = (key: string) => Promise<Record | undefined>;
function toldBy(query: Query, noun: Noun, column: RowKey): Told {
  const [alone, together] = [toldText(noun, column, 1), toldText(noun, column, MOST)];
  return gathered(async (keys) => {
    const found =
      keys.length === 1
        ? await query(alone, keys)
        : await query(together, [...keys, ...Array<null>(MOST - keys.length).fill(null)]);
    return new Map(found.map((record) => [record['key'] as string, record]));
  }, MOST);
}

const known = new WeakMap<Query, Map<string, Told>>();
/** A row and its timeline as they come from the database, many that are asked at once in one statement. */
export function toldRow(query: Query, noun: Noun, column: RowKey): Told {
  const all = known.get(query) ?? new Map<string, Told>();
  known.set(query, all);
  const name = `${noun.name} ${column}`;
  const told = all.get(name) ?? toldBy(query, noun, column);
  all.set(name, told);
  return told;
}
