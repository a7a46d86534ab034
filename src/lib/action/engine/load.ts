import type { Noun, Row } from '../noun.ts';
import type { Gathering } from './gather.ts';
import { readRow, selectRows } from './row-text.ts';
import { snake, storedColumns } from './rows.ts';

/** Runs one parameterised statement; the driver names and prepares it by its text. */
export type Query = (
  text: string,
  values: readonly unknown[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

interface Wish {
  readonly values: readonly unknown[];
  readonly give: (rows: readonly Row[]) => void;
  readonly fail: (fault: unknown) => void;
}
interface Queue {
  readonly noun: Noun;
  readonly columns: readonly string[];
  readonly wishes: Wish[];
}

/**
 * Loads rows by equal columns, many wishes in one statement: whatever arrives while a load is on its way is the next load.
 * Rows come ordered by id. There is no cache: a cached row could only make success faster, never be trusted for a "no".
 */
export interface Loader {
  readonly rows: (noun: Noun, where: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>;
}

const typeOf = (noun: Noun, column: string): string => {
  const found = storedColumns(noun).find((each) => each.name === column);
  if (!found) throw new Error(`${noun.name} has no column ${column}`);
  return found.type;
};

function loadText(noun: Noun, columns: readonly string[]): string {
  const wanted = columns.map((column, index) => `$${index + 1}::${typeOf(noun, column)}[]`).join(', ');
  const names = columns.map((_, index) => `c${index}`).join(', ');
  const match = columns.map((column, index) => `r.${snake(column)} = w.c${index}`).join(' and ');
  return columns.length === 1
    ? selectRows(
        noun,
        `where r.${snake(columns[0]!)} = any($1::${typeOf(noun, columns[0]!)}[]) order by r.id`,
      )
    : selectRows(
        noun,
        `where exists (select from unnest(${wanted}) as w(${names}) where ${match}) order by r.id`,
      );
}

async function serve(query: Query, queue: Queue, wishes: readonly Wish[]): Promise<void> {
  try {
    const { noun, columns } = queue;
    const values = columns.map((_, index) =>
      [...new Set(columns.length === 1 ? wishes.map((wish) => wish.values[0]) : [])].concat(
        columns.length === 1 ? [] : wishes.map((wish) => wish.values[index]),
      ),
    );
    const found = (await query(loadText(noun, columns), values)).map((record) => readRow(noun, record));
    const keyOf = (row: Row): string =>
      JSON.stringify(columns.map((column) => (row as unknown as Record<string, unknown>)[column]));
    const byKey = Map.groupBy(found, keyOf);
    for (const wish of wishes) wish.give(byKey.get(JSON.stringify(wish.values)) ?? []);
  } catch (fault) {
    for (const wish of wishes) wish.fail(fault);
  }
}

export function loader(query: Query, begin: Gathering['begin'] = setImmediate): Loader {
  const queues = new Map<string, Queue>();
  const busy = new Set<string>();
  const drain = async (name: string): Promise<void> => {
    const queue = queues.get(name)!;
    while (queue.wishes.length > 0) await serve(query, queue, queue.wishes.splice(0, 256));
    busy.delete(name);
  };
  return {
    rows: (noun, where) =>
      new Promise((give, fail) => {
        const columns = Object.keys(where).sort();
        const name = `${noun.name}(${columns.join()})`;
        const queue = queues.get(name) ?? { noun, columns, wishes: [] };
        queues.set(name, queue);
        queue.wishes.push({ values: columns.map((column) => where[column]), give, fail });
        if (busy.has(name)) return;
        busy.add(name);
        begin(() => void drain(name));
      }),
  };
}
