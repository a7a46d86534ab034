import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Columns, Noun } from '#lib/action/noun.ts';
import type { TypeOf } from '#lib/action/column.ts';

/** The measured columns of a noun, as SQL sees them under the name `row`. */
type MeasuredRow<Cols extends Columns> = { readonly [C in keyof Cols]: TypeOf<Cols[C]> } & {
  readonly state: string;
};
export type Predicate = (
  row: ExpressionBuilder<{ row: Record<string, unknown> }, 'row'>,
) => Expression<SqlBool>;

/**
 * A count: a predicate over the measured columns of one noun, with a date axis and an organisation axis.
 * Counting and listing use the same expression, so they cannot disagree.
 */
export interface Measure {
  readonly kind: 'count';
  /** `performance.evaluations-submitted` */
  readonly name: string;
  readonly title: string;
  /** A changed definition is a new version and splits the series. */
  readonly version: number;
  /** 口径: what is counted, in one Chinese sentence with its source. */
  readonly basis: string;
  readonly noun: Noun;
  /** The column that says when (an instant or a day). */
  readonly on: string;
  /** The column that says where: an organisation's id or a region code; null when the whole tenant is one. */
  readonly by: string | null;
  readonly where: Predicate;
}
/** A rate keeps its two counts; it is never stored as a quotient. */
export interface Rate {
  readonly kind: 'rate';
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly basis: string;
  readonly numerator: Measure;
  readonly denominator: Measure;
}
export type AnyMeasure = Measure | Rate;

interface MeasureSpec<C extends string> extends Omit<Measure, 'kind' | 'noun' | 'on' | 'by' | 'version'> {
  readonly version?: number;
  readonly on: C;
  readonly by?: C;
}

/** Declares a measure. Throws when it reads a column that is not `.measured()`: such a column is not in the ledger. */
export function measure<N extends Noun>(
  noun: N,
  spec: MeasureSpec<Extract<keyof NonNullable<N['_row']>, string>>,
): Measure {
  for (const column of [spec.on, spec.by]) {
    if (column && !noun.columns[column]?.isMeasured)
      throw new Error(`measure ${spec.name}: ${noun.name}.${column} is not measured`);
  }
  return { ...spec, kind: 'count', noun, version: spec.version ?? 1, by: spec.by ?? null };
}
export const rate = (spec: Omit<Rate, 'kind' | 'version'> & { readonly version?: number }): Rate => ({
  ...spec,
  kind: 'rate',
  version: spec.version ?? 1,
});

/** Names of the measured columns of a noun, `state` among them, in a fixed order. */
export const measuredColumns = (noun: Noun): readonly string[] => [
  'state',
  ...Object.keys(noun.columns)
    .filter((name) => noun.columns[name]!.isMeasured)
    .sort(),
];
export type { MeasuredRow };
