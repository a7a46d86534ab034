import { countMeasure, type Figure as Counted } from '#ledger/index.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { hundred, times, toFixed } from '#lib/fraction.ts';
import { countsOf, type AnyMeasure } from '#lib/measure.ts';
import type { Reaction } from '#lib/module.ts';
import { refuse } from '#lib/refusal.ts';
import { day } from '#lib/time.ts';
import { evaluation, type Evaluation } from './evaluation.ts';
import { countsWithin } from './counts-within.ts';
import type { Reading } from './figure.ts';
import '../refusals.ts';

/**
 * Where the measure counts: an organisation's id or a region code, by the kind of its axis. Organisations of a region lie
 * below its code, so a figure of the whole region is asked for by that.
 */
export function placesOf(
  measure: AnyMeasure,
  { row, within }: Pick<Bound, 'row' | 'within'>,
  app: Pick<App, 'scopes'>,
): readonly string[] | undefined {
  const [first] = countsOf(measure);
  if (!first || first.by === null) return undefined;
  return app.scopes().below(countsWithin(first, within) ? row.organisation : row.region);
}

/** A count as it is, a rate in per cent to two decimals; null for a rate of nothing. */
const valueOf = (measure: AnyMeasure, { value }: Counted): string | null => {
  if (value === null) return null;
  return measure.kind === 'rate' ? toFixed(times(value, hundred), 2) : toFixed(value, 0);
};

/** A figure that waits for its count. */
interface Bound {
  readonly row: Evaluation;
  readonly name: string;
  readonly within: 'region' | undefined;
}
async function read(
  { row, name, within }: Bound,
  app: App,
): Promise<{ value: string | null; reading: Reading }> {
  const measure =
    app.modules.flatMap((module) => module.measures).find((each) => each.name === name) ??
    refuse('performance.no-measure', { measure: name });
  const places = placesOf(measure, { row, within }, app);
  const range = { from: day(`${row.year}-01-01`), to: day(`${row.year}-12-31`) };
  const counted = await countMeasure(app, measure, places ? { ...range, places } : range);
  return {
    value: valueOf(measure, counted),
    reading: {
      measure: name,
      version: measure.version,
      basis: measure.basis,
      numerator: String(counted.numerator),
      denominator: counted.denominator === null ? null : String(counted.denominator),
      seq: String(counted.asOf),
    },
  };
}

/** Counting takes the database, so it happens after the binding, as the system, for every figure still waiting. */
export const readMeasures: Reaction = {
  after: 'evaluation.bind-figure',
  name: 'performance.read-measures',
  react: async ({ subject }, app) => {
    const [record] = await app.query('select * from evaluation where id = $1', [subject]);
    const row = rowFrom(evaluation, record!) as Evaluation;
    const waiting = Object.entries(row.figures).filter(
      ([, each]) => each.basis === 'measure' && each.reading === null,
    );
    for (const [key, figure] of waiting)
      await app.engine.perform({
        action: getAction(app, 'evaluation', 'take-reading'),
        id: subject,
        input: { key, ...(await read({ row, name: figure.source, within: figure.within }, app)) },
        by: SYSTEM,
        now: app.now(),
        key: null,
        ifMatch: null,
      });
  },
};
