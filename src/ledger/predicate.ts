import {
  CamelCasePlugin,
  DummyDriver,
  expressionBuilder,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from 'kysely';
import { snake } from '#lib/action/engine/rows.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { Tables } from '#lib/db/reader.ts';
import type { Measure } from '#lib/measure.ts';
import { ZONE, type Day } from '#lib/time.ts';

/** Which records: days of the measure's date axis, both included, in Shanghai; places of its other axis, all when left out. */
export interface Range {
  readonly from: Day;
  readonly to: Day;
  readonly places?: readonly string[] | undefined;
}

/** Writes SQL, connects to nothing. */
const writer = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});
/** Runs a built statement over any connection. */
export function run(query: Query, statement: RawBuilder<unknown>): ReturnType<Query> {
  const { sql: text, parameters } = statement.compile(writer);
  return query(text, parameters);
}

const columnOf = (name: string): RawBuilder<unknown> => sql.ref(`row.${snake(name)}`);

/** The day on which a record counts; the zone stands in the SQL, whatever the session thinks. */
export const dayOf = ({ noun, on }: Measure): RawBuilder<unknown> =>
  noun.columns[on]!.sql === 'date'
    ? columnOf(on)
    : sql`(${columnOf(on)} at time zone ${sql.lit(ZONE)})::date`;
/** The place it counts for; '' when the whole tenant is one, or the record names none. */
export const placeOf = ({ by }: Measure): RawBuilder<unknown> =>
  by === null ? sql`''` : sql`coalesce(${columnOf(by)}::text, '')`;

/**
 * The one expression of a measure. Counting, listing and folding put it over something called `row`: the noun's table,
 * or the measured columns before and after that the ledger keeps.
 */
export const isCounted = (measure: Measure): RawBuilder<unknown> =>
  sql`${columnOf(measure.on)} is not null and (${measure.where(expressionBuilder() as never)})`;

/** Day and place within the range, whatever they are called where it is asked. */
export const isWithin = (
  range: Range,
  axes: { readonly day: RawBuilder<unknown>; readonly place: RawBuilder<unknown> },
): RawBuilder<unknown> =>
  range.places === undefined
    ? sql`${axes.day} between ${range.from}::date and ${range.to}::date`
    : sql`${axes.day} between ${range.from}::date and ${range.to}::date and ${axes.place} = any(${range.places}::text[])`;
/** Of what stands, everything before belongs to it. */
export const rangeOf = ({ isStanding }: Measure, range: Range): Range =>
  isStanding ? { ...range, from: '0001-01-01' as Day } : range;
export const isWithinRow = (measure: Measure, range: Range): RawBuilder<unknown> =>
  isWithin(rangeOf(measure, range), { day: dayOf(measure), place: placeOf(measure) });
