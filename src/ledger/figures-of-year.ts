import { sight } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { App } from '#lib/app.ts';
import { toDecimal } from '#lib/fraction.ts';
import { findBehind, type Part } from '#lib/measure-list.ts';
import { countsOf, type AnyMeasure, type Measure } from '#lib/measure.ts';
import { refuse } from '#lib/refusal.ts';
import { day } from '#lib/time.ts';
import { countAll, figureOf, type Counts } from './count.ts';
import type { Range } from './predicate.ts';
import { recordsOf, type Page, type Records } from './records.ts';
import './refusals.ts';

/** One line of `GET /api/measures` and of `yichuang measures`; numbers are decimal strings. */
export interface YearFigure {
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly basis: string;
  /** A count, or a rate to four decimals; null for a rate of nothing. */
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Number of the last ledger entry it takes in. */
  readonly asOf: number;
}
/** Who asks: what he may not see is neither counted nor listed. */
export interface Asker {
  readonly by: Person;
  readonly scopes: ScopeTree;
}
type Declares = Pick<App, 'modules'>;

const yearRange = (year: number): Range => ({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) });

/**
 * The places a person may read a count for: `all`, some, or null when he may not read it at all. A column that is his
 * scope must be the measure's axis, else the figure would say something of records he may not see.
 */
function placesFor(measure: Measure, { by, scopes }: Asker): 'all' | readonly string[] | null {
  const seen = sight(measure.noun.see, by, scopes);
  if (seen === null || seen === 'all') return seen;
  const [column, ...others] = seen.keys();
  return others.length === 0 && column === measure.by ? seen.get(column!)! : null;
}

/** The same for a figure of several counts: they must be read for the same places, or they would not belong together. */
function placesForAll(counts: readonly Measure[], asker: Asker): 'all' | readonly string[] | null {
  const each = counts.map((measure) => placesFor(measure, asker));
  const [first] = each;
  if (first === undefined || each.includes(null)) return null;
  const asText = (places: (typeof each)[number]): string => JSON.stringify(places);
  return each.every((places) => asText(places) === asText(first)) ? first : null;
}

const measuresIn = ({ modules }: Declares): readonly AnyMeasure[] => modules.flatMap((each) => each.measures);

function getMeasure(app: Declares, name: string): AnyMeasure {
  const found = measuresIn(app).find((each) => each.name === name);
  return found ?? refuse('ledger.no-measure', { name });
}

function asLine(measure: AnyMeasure, counts: Counts): YearFigure {
  const { value, numerator, denominator, asOf } = figureOf(measure, counts);
  return {
    name: measure.name,
    title: measure.title,
    version: measure.version,
    basis: measure.basis,
    value: value && toDecimal(value),
    numerator: String(numerator),
    denominator: denominator === null ? null : String(denominator),
    asOf,
  };
}

async function linesWithin(
  query: Query,
  measures: readonly AnyMeasure[],
  range: Range,
): Promise<readonly YearFigure[]> {
  if (measures.length === 0) return [];
  const counts = await countAll(query, [...new Set(measures.flatMap(countsOf))], range);
  return measures.map((measure) => asLine(measure, counts));
}

const EVERYBODY: Asker = {
  by: SYSTEM,
  scopes: { within: () => true, below: (scope) => [scope], isWhole: () => true },
};

/** All figures of a year that the person may read, or the one of that name; those of the same places are of one moment. */
export async function measuresOfYear(
  app: Declares & { readonly query: Query },
  wanted: { readonly year: number; readonly name?: string | undefined },
  asker: Asker = EVERYBODY,
): Promise<readonly YearFigure[]> {
  const measures = wanted.name === undefined ? measuresIn(app) : [getMeasure(app, wanted.name)];
  const byPlaces = Map.groupBy(measures, (measure) => JSON.stringify(placesForAll(countsOf(measure), asker)));
  const lines: YearFigure[] = [];
  for (const [key, group] of byPlaces) {
    const places = JSON.parse(key) as 'all' | readonly string[] | null;
    if (places === null) continue;
    const range = yearRange(wanted.year);
    lines.push(...(await linesWithin(app.query, group, places === 'all' ? range : { ...range, places })));
  }
  if (wanted.name !== undefined && lines.length === 0) refuse('ledger.measure-outside-scope');
  const order = new Map(measures.map(({ name }, index) => [name, index]));
  return lines.sort((a, b) => order.get(a.name)! - order.get(b.name)!);
}

export interface RecordsWanted extends Page {
  readonly year: number;
  readonly name: string;
  readonly part?: Part | undefined;
  /** Counted for these places alone, as far as the asker may see. */
  readonly places?: readonly string[] | undefined;
}
/** The records behind a figure of a year, as far as the person may see them. */
export async function recordsOfYear(
  app: Declares & { readonly query: Query },
  wanted: RecordsWanted,
  asker: Asker = EVERYBODY,
): Promise<Records> {
  const { name } = wanted;
  const behind = findBehind(getMeasure(app, name), wanted.part) ?? refuse('ledger.no-rest', { name });
  const places =
    placesForAll([...behind.plus, ...behind.minus], asker) ?? refuse('ledger.measure-outside-scope');
  const range = yearRange(wanted.year);
  const asked = places === 'all' ? wanted.places : places;
  return recordsOf(app.query, behind, asked ? { ...range, places: asked } : range, wanted);
}
