import { fraction, parseFraction, ratio, times, type Fraction } from '#lib/fraction.ts';

/** Blank (nobody wrote anything), zero and not applicable are three different things. */
export type FigureState = 'given' | 'blank' | 'zero' | 'not-applicable';
export type FigureBasis = 'measure' | 'imported' | 'typed';

/** What a measure said, and when: numerator and denominator are kept, never the quotient. */
export interface Reading {
  readonly measure: string;
  readonly version: number;
  /** 口径 */
  readonly basis: string;
  readonly numerator: string;
  /** Null for a count. */
  readonly denominator: string | null;
  /** Up to which ledger entry it was counted. */
  readonly seq: string;
}
export interface Figure {
  readonly title: string;
  /** As printed: 万元, 件, 条, %, 人, 是否 … */
  readonly unit: string;
  /** Exact decimal in `unit`; null unless given or zero. A rate is in per cent: `99.95`. */
  readonly value: string | null;
  readonly state: FigureState;
  readonly basis: FigureBasis;
  /** Document, table, page: where it comes from. */
  readonly source: string;
  /** Ids of attachments. */
  readonly evidence: readonly string[];
  readonly note: string;
  readonly reading: Reading | null;
  /** Counted over the whole region; left out, over the organisation and what lies below it. */
  readonly within?: 'region';
}
export type Figures = Readonly<Record<string, Figure>>;

/** What a clerk, an import or a measure gives; the rest follows. */
export type GivenFigure = Pick<Figure, 'value' | 'basis' | 'source'> &
  Partial<Pick<Figure, 'title' | 'unit' | 'evidence' | 'note' | 'reading'>> & {
    readonly applies?: boolean;
  };

/** State follows from the value: `0.00` is a zero somebody wrote, null is blank. */
export function stateOf(value: string | null, applies = true): FigureState {
  if (!applies) return 'not-applicable';
  if (value === null) return 'blank';
  return fraction(value).num === 0n ? 'zero' : 'given';
}

/** The exact value in the figure's own unit; undefined when blank, not applicable or absent. */
export const valueOf = (figure: Figure | undefined): Fraction | undefined =>
  figure?.value == null ? undefined : parseFraction(figure.value);

/** As rules want it: 99.95 % is 0.9995. */
export function ruleValue(figure: Figure | undefined): Fraction | undefined {
  const value = valueOf(figure);
  return value && figure?.unit === '%' ? times(value, ratio(1n, 100n)) : value;
}

/** `1125.76万元`, `11303件`, `99.95%`; 空白 and 不适用 in words. */
export function shownFigure(figure: Figure | undefined): string {
  if (!figure || figure.state === 'blank') return '空白';
  if (figure.state === 'not-applicable') return '不适用';
  return `${figure.value}${figure.unit === '是否' ? '' : figure.unit}`;
}

/** Decimals a person wrote: two for `135.36`. */
export const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

/** A cell of a unit's row: `income.total@hq`; without a unit it is the 汇总 row. */
export const cellKey = (column: string, unit: string | null): string =>
  unit === null ? column : `${column}@${unit}`;
export const columnOf = (key: string): string => key.split('@')[0]!;
