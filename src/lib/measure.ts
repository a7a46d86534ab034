import {
  expressionBuilder,
  type Expression,
  type ExpressionBuilder,
  type OperationNode,
  type SqlBool,
} from 'kysely';
import type { Noun, Row, RowOf } from '#lib/action/noun.ts';

/** What a predicate sees: the columns of the noun under the name `row`. */
type Seen<R> = { readonly row: { readonly [C in keyof R]: R[C] } };
export type Predicate<R = Row & Readonly<Record<string, unknown>>> = (
  row: ExpressionBuilder<Seen<R>, 'row'>,
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
  /** The column that says when (an instant or a day); a row without it is not counted. */
  readonly on: string;
  /** The column that says where: an organisation's id or a region code; null when the whole tenant is one. */
  readonly by: string | null;
  readonly where: Predicate;
  /** 截至期末: everything up to the end of the time asked for, whenever it began — what stands, not what came. */
  readonly isStanding: boolean;
}
/** Several nouns, or in − out: what is added and what is taken off. */
export interface Sum {
  readonly kind: 'sum';
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly basis: string;
  readonly plus: readonly Measure[];
  readonly minus: readonly Measure[];
}
export type Counted = Measure | Sum;
/** A rate keeps its two counts; it is never stored as a quotient. */
export interface Rate {
  readonly kind: 'rate';
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly basis: string;
  readonly numerator: Counted;
  readonly denominator: Counted;
}
export type AnyMeasure = Counted | Rate;

type Named = 'name' | 'title' | 'basis';
type Versioned<T> = Omit<T, 'kind' | 'version'> & { readonly version?: number };
interface MeasureSpec<R> extends Versioned<Pick<Measure, Named | 'version'>> {
  readonly on: Extract<keyof R, string>;
  readonly by?: Extract<keyof R, string>;
  readonly where: Predicate<R>;
  readonly isStanding?: boolean;
}

/** Names of the measured columns of a noun, `state` among them, in a fixed order. */
export const measuredColumns = (noun: Noun): readonly string[] => [
  'state',
  ...Object.keys(noun.columns)
    .filter((name) => noun.columns[name]!.isMeasured)
    .sort(),
];

const declared = new Map<string, AnyMeasure>();
const declare = <M extends AnyMeasure>(figure: M): M => {
  declared.set(figure.name, figure);
  return figure;
};
/** The measure of this name, whichever module declares it. */
export const findMeasure = (name: string): AnyMeasure | undefined => declared.get(name);

/** What a predicate may not hold: SQL that cannot be looked into, and other tables. */
const FORBIDDEN = new Set<string>(['RawNode', 'SelectQueryNode']);

function columnsRead(node: unknown, found: Set<string>): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return found;
  const { kind } = node as Partial<OperationNode>;
  if (kind !== undefined && FORBIDDEN.has(kind)) throw new Error(`a measure may not hold a ${kind}`);
  if (kind === 'ColumnNode') found.add((node as { readonly column: { readonly name: string } }).column.name);
  for (const each of Object.values(node)) columnsRead(each, found);
  return found;
}

/**
 * Declares a measure. Throws when it reads a column that is not `.measured()`: such a column is not in the ledger, so
 * the rollups could not follow it.
 */
export function measure<N extends Noun>(noun: N, spec: MeasureSpec<RowOf<N>>): Measure {
  const where = spec.where as unknown as Predicate;
  const known = new Set(measuredColumns(noun));
  const read = columnsRead(where(expressionBuilder()).toOperationNode(), new Set());
  for (const column of [...read, spec.on, ...(spec.by ? [spec.by] : [])])
    if (!known.has(column)) throw new Error(`measure ${spec.name}: ${noun.name}.${column} is not measured`);
  if (!['timestamptz', 'date'].includes(noun.columns[spec.on]?.sql ?? ''))
    throw new Error(`measure ${spec.name}: ${noun.name}.${spec.on} is neither an instant nor a day`);
  const { version = 1, by = null, isStanding = false } = spec;
  return declare({ ...spec, where, kind: 'count', noun, version, by, isStanding });
}
export const rate = (spec: Versioned<Rate>): Rate =>
  declare({ ...spec, kind: 'rate', version: spec.version ?? 1 });
export const sum = (spec: Versioned<Omit<Sum, 'minus'>> & Partial<Pick<Sum, 'minus'>>): Sum =>
  declare({ ...spec, kind: 'sum', version: spec.version ?? 1, minus: spec.minus ?? [] });

/** The counts a figure is made of, each once. */
export function countsOf(figure: AnyMeasure): readonly Measure[] {
  if (figure.kind === 'count') return [figure];
  const parts =
    figure.kind === 'sum' ? [...figure.plus, ...figure.minus] : [figure.numerator, figure.denominator];
  return [...new Set(parts.flatMap(countsOf))];
}
