import { percent, ratio, type Fraction } from '#lib/fraction.ts';
import { countsOf, type AnyMeasure, type Measure } from '#lib/measure.ts';
import { callBackMeasures } from '../called-back.ts';
import { dueMeasures } from '../due.ts';
import { receivedMeasures } from '../received.ts';
import { overdueOpen } from './overdue.ts';

const all: readonly AnyMeasure[] = [...receivedMeasures, ...dueMeasures, ...callBackMeasures, overdueOpen];
const known = new Map(all.map((each) => [each.name, each]));

/** The declared figure of this name; a missing one is a bug of the list below. */
function figure(name: string): AnyMeasure {
  const found = known.get(`hotline.${name}`);
  if (!found) throw new Error(`no measure hotline.${name}`);
  return found;
}

/** What a bulletin prints of every line, in order. Ours and the city's call-backs stand side by side, never added up. */
export const COLUMNS: readonly AnyMeasure[] = [
  'received',
  'due',
  'completed',
  'completion-rate',
  'on-time',
  'on-time-rate',
  'late',
  'overdue-open',
  'excluded',
  'on-time-rate-without-excluded',
  'reworked',
  'rework-rate',
  'reopened',
  'response-rate',
  'called-back',
  'call-back-dissatisfied',
  'dissatisfaction-rate',
  'solution-rate',
  'city-called-back',
  'city-dissatisfaction-rate',
].map(figure);

/** Not printed, but nobody is graded by calls that nobody took. */
const [CALLED_BACK, NOT_REACHED] = ['called-back', 'call-back-not-reached'].map(figure) as [
  AnyMeasure,
  AnyMeasure,
];
/** Every count the columns and grades are made of, once. */
export const COUNTS: readonly Measure[] = [...new Set([...COLUMNS, NOT_REACHED].flatMap(countsOf))];
export const findColumn = (name: string): AnyMeasure | undefined =>
  COLUMNS.find((each) => each.name === name);
export const findCount = (name: string): Measure | undefined => COUNTS.find((each) => each.name === name);

/** How many each count was, for one line of a table. */
export type Tally = ReadonlyMap<Measure, bigint>;

function total(measure: AnyMeasure, tally: Tally): bigint {
  if (measure.kind === 'count') return tally.get(measure) ?? 0n;
  if (measure.kind === 'rate') throw new Error(`${measure.name} is no count`);
  const add = (parts: readonly Measure[]): bigint =>
    parts.reduce((sum, each) => sum + total(each, tally), 0n);
  return add(measure.plus) - add(measure.minus);
}

/** A figure of a line: what is printed, and what it is made of; `text` is a dash for a rate of nothing. */
export interface Cell {
  readonly text: string;
  readonly numerator: string;
  readonly denominator: string | null;
}
/** How many callers were reached. */
export const reachedIn = (tally: Tally): bigint => total(CALLED_BACK, tally) - total(NOT_REACHED, tally);
export function rateOf(name: string, tally: Tally): Fraction | null {
  const rate = figure(name);
  if (rate.kind !== 'rate') throw new Error(`hotline.${name} is no rate`);
  const below = total(rate.denominator, tally);
  return below === 0n ? null : ratio(total(rate.numerator, tally), below);
}
export function cellOf(measure: AnyMeasure, tally: Tally): Cell {
  if (measure.kind !== 'rate') {
    const count = String(total(measure, tally));
    return { text: count, numerator: count, denominator: null };
  }
  const [numerator, denominator] = [total(measure.numerator, tally), total(measure.denominator, tally)];
  const text = denominator === 0n ? '—' : percent(ratio(numerator, denominator));
  return { text, numerator: String(numerator), denominator: String(denominator) };
}
