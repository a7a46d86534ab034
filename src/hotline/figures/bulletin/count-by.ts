import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import { snake } from '#lib/action/engine/rows.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { withinSight } from '#lib/http/list.ts';
import type { Measure } from '#lib/measure.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, startOfDay } from '#lib/time.ts';
import { workOrder } from '../../order/work-order.ts';
import { COUNTS, type Tally } from './lines.ts';
import { isOverdueAt, overdueOpen } from './overdue.ts';
import type { Period } from './period.ts';

/** What a bulletin is broken down by. */
export const DIMENSIONS = { unit: '承办单位', topic: '诉求主题', place: '所在区划' } as const;
export type Dimension = keyof typeof DIMENSIONS;

const KEYS: Readonly<Record<Dimension, RawBuilder<string>>> = {
  unit: sql`coalesce(row.handler::text, '')`,
  topic: sql`split_part(row.topic, '/', 1)`,
  place: sql`row.place`,
};
/** A line's key as SQL. */
export const isLine = (by: Dimension, key: string): RawBuilder<unknown> => sql`${KEYS[by]} = ${key}`;

const isWithinDays = (column: string, { from, to }: Period): RawBuilder<unknown> =>
  sql`(${sql.ref(`row.${snake(column)}`)} >= ${startOfDay(from)}::timestamptz and ${sql.ref(`row.${snake(column)}`)} < ${startOfDay(addDays(to, 1))}::timestamptz)`;

/** The measure's own predicate on its own date axis: what the bulletin counts is what the year's figure counts. */
export const isCountedIn = (measure: Measure, period: Period): RawBuilder<unknown> => {
  const isNow = measure === overdueOpen ? sql` and ${isOverdueAt(period.countedAt)}` : sql``;
  return sql`(${isWithinDays(measure.on, period)} and ${measure.where(expressionBuilder() as never)}${isNow})`;
};

export interface Asking {
  readonly by: Person;
  readonly app: App;
}
/** Only what the asker may see is counted. */
export const sightOf = ({ by, app }: Asking): RawBuilder<unknown> =>
  withinSight(workOrder, by, app) ?? refuse('lib.missing-role', { title: '查看通报' });

const AXES = [...new Set(COUNTS.map(({ on }) => on))];

/** Every count of a period for each line of a dimension, or for all in one line; one pass over the orders. */
export async function countBy(
  asking: Asking,
  period: Period,
  by: Dimension | null,
): Promise<ReadonlyMap<string, Tally>> {
  const counted = COUNTS.map(
    (measure, index) =>
      sql`count(*) filter (where ${isCountedIn(measure, period)})::text as ${sql.ref(`c${index}`)}`,
  );
  const any = sql.join(
    AXES.map((axis) => isWithinDays(axis, period)),
    sql` or `,
  );
  const { rows } = await sql<Readonly<Record<string, string>>>`
    select ${by === null ? sql`''` : KEYS[by]} as key, ${sql.join(counted)}
      from work_order as row where ${sightOf(asking)} and (${any}) group by 1`.execute(asking.app.db);
  return new Map(
    rows.map((row) => [row['key']!, new Map(COUNTS.map((measure, n) => [measure, BigInt(row[`c${n}`]!)]))]),
  );
}
