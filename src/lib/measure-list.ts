import { sql, type RawBuilder } from 'kysely';
import type { Noun } from './action/noun.ts';
import type { AnyMeasure, Counted, Measure } from './measure.ts';

/** Which side of a figure is listed; `rest` is what a rate's numerator lacks to its denominator. */
export type Part = 'numerator' | 'denominator' | 'rest';

/** The records behind a figure: those that `plus` counts, less those that `minus` takes off again. */
export interface Behind {
  readonly plus: readonly Measure[];
  readonly minus: readonly Measure[];
}

const partsOf = (counted: Counted): Behind =>
  counted.kind === 'sum' ? counted : { plus: [counted], minus: [] };
const isOfOneAxis = (one: Measure, other: Measure): boolean => one.noun === other.noun && one.on === other.on;

/**
 * What stands behind a figure, or behind one side of a rate. Nothing when a rate's two sides count different records, so
 * that none of the one is what the other lacks.
 */
export function findBehind(figure: AnyMeasure, part: Part = 'numerator'): Behind | undefined {
  if (figure.kind !== 'rate') return partsOf(figure);
  if (part !== 'rest') return partsOf(figure[part]);
  const [above, below] = [partsOf(figure.numerator), partsOf(figure.denominator)];
  const isWithin = above.plus.every((each) => below.plus.some((whole) => isOfOneAxis(each, whole)));
  return isWithin
    ? { plus: [...below.plus, ...above.minus], minus: [...below.minus, ...above.plus] }
    : undefined;
}

export const nounsBehind = ({ plus }: Behind): readonly Noun[] => [...new Set(plus.map(({ noun }) => noun))];

/**
 * Whether a row of the noun is one of them: of a sum the union of its parts, of a difference what is left. `isIn` says how
 * a row is in one count; a row that is in none for want of a value is not in it.
 */
export function isBehind(
  { plus, minus }: Behind,
  noun: Noun,
  isIn: (measure: Measure) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const of = (all: readonly Measure[]): readonly RawBuilder<unknown>[] =>
    all.filter((each) => each.noun === noun).map((each) => sql`(${isIn(each)})`);
  const [added, taken] = [of(plus), of(minus)];
  const isAdded = sql`(${sql.join([...added], sql` or `)})`;
  if (taken.length === 0) return isAdded;
  const times = (all: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql.join(
      all.map((each) => sql`coalesce(${each}, false)::int`),
      sql` + `,
    );
  // The first half lets an index serve; the second takes off as often as it was added.
  return sql`${isAdded} and ${times(added)} > ${times(taken)}`;
}
