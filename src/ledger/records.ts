import { sql, type RawBuilder } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { storedColumns } from '#lib/action/engine/rows.ts';
import type { Measure } from '#lib/measure.ts';
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
}

const matching = (measure: Measure, range: Range): RawBuilder<unknown> =>
  sql`from ${sql.table(measure.noun.table)} as row where ${isCounted(measure)} and ${isWithinRow(measure, range)}`;

/** Columns that fit a line: long texts and JSON stay in the record's own page, personal values show their mask. */
function lightRow(
  measure: Measure,
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { noun } = measure;
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

export const countRecords = async (query: Query, measure: Measure, range: Range): Promise<number> =>
  Number((await run(query, sql`select count(*) as n ${matching(measure, range)}`))[0]!['n']);

/** The records a measure counts, by the very expression that counts them, in order of id. */
export async function recordsOf(query: Query, measure: Measure, range: Range, page: Page): Promise<Records> {
  const later = page.after === undefined ? sql`` : sql`and row.id > ${page.after}::uuid`;
  const found = await run(
    query,
    sql`select row.* ${matching(measure, range)} ${later} order by row.id limit ${page.limit + 1}`,
  );
  const items = found.slice(0, page.limit).map((record) => lightRow(measure, record));
  return {
    items,
    next: found.length > page.limit ? (items.at(-1)!['id'] as string) : null,
    count: await countRecords(query, measure, range),
  };
}
