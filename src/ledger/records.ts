import { sql, type RawBuilder } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { isBehind, nounsBehind, type Behind } from '#lib/measure-list.ts';
import { isCounted, isWithinRow, run, type Range } from './predicate.ts';

/** One page of the records behind a number. */
export interface Records {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Where the next page goes on; null on the last. */
  readonly next: string | null;
  /** All of them, counted from the records themselves. */
  readonly count: number;
}
export interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Only this one, if it is among them. */
  readonly only?: string | undefined;
}

/** Each record once, of whichever noun: `noun` is its place in {@link nounsBehind}. */
const matching = (behind: Behind, range: Range): RawBuilder<unknown> =>
  sql.join(
    nounsBehind(behind).map(
      (noun, at) =>
        sql`select row.id, ${sql.lit(at)} as noun from ${sql.table(noun.table)} as row where ${isBehind(
          behind,
          noun,
          (measure) => sql`${isCounted(measure)} and ${isWithinRow(measure, range)}`,
        )}`,
    ),
    sql` union all `,
  );

/** Columns that fit a line: long texts and JSON stay in the record's own page, personal values show their mask. */
function lightRow(noun: Noun, record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const heavy = new Set(
    storedColumns(noun)
      .filter(({ name, type }) => {
        const keeping = noun.columns[name]?.keeping;
        return keeping === 'prose' || (type === 'jsonb' && keeping !== 'personal');
      })
      .map(({ name }) => name),
  );
  const shown = Object.entries(publicRow(noun, rowFrom(noun, record)));
  return Object.fromEntries(shown.filter(([name]) => !heavy.has(name)));
}

export const countRecords = async (query: Query, behind: Behind, range: Range): Promise<number> =>
  Number((await run(query, sql`select count(*) as n from (${matching(behind, range)}) as listed`))[0]!['n']);

type Line = Records['items'][number];
/** The rows of these ids, as light lines in the same order. */
async function linesOf(query: Query, behind: Behind, found: readonly Line[]): Promise<readonly Line[]> {
  const lines = new Map<unknown, Line>();
  for (const [at, noun] of nounsBehind(behind).entries()) {
    const ids = found.filter((each) => each['noun'] === at).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await run(query, sql`select * from ${sql.table(noun.table)} where id = any(${ids}::uuid[])`);
    for (const row of rows) lines.set(row['id'], lightRow(noun, row));
  }
  return found.map(({ id }) => lines.get(id)!);
}

/** The records behind a figure, by the very expressions that count them, in order of id. */
export async function recordsOf(query: Query, behind: Behind, range: Range, page: Page): Promise<Records> {
  const later = page.after === undefined ? sql`true` : sql`listed.id > ${page.after}::uuid`;
  const one = page.only === undefined ? sql`true` : sql`listed.id = ${page.only}::uuid`;
  const found = await run(
    query,
    sql`select * from (${matching(behind, range)}) as listed where ${later} and ${one} order by listed.id limit ${page.limit + 1}`,
  );
  const shown = found.slice(0, page.limit);
  return {
    items: await linesOf(query, behind, shown),
    next: found.length > page.limit ? (shown.at(-1)!['id'] as string) : null,
    count: await countRecords(query, behind, range),
  };
}
