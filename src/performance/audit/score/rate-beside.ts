import { divide, fraction, type Fraction } from '#lib/fraction.ts';
import { isMeasured, measure, type Rule } from '#performance/rules/index.ts';
import { rateCloseness } from '../checks/closeness.ts';
import type { Fact } from '../facts/fact.ts';
import type { Place } from '../audit.ts';
import type { Table } from '../tables/table.ts';
import { cellFigure, type Figure } from '../text/figure.ts';
import { fold } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import { knownFigures } from './candidates.ts';
import { metricsOf } from '#performance/rules/index.ts';
import type { SheetRow } from './sheet.ts';

/** The rate a row gives in 实际值, where the figures elsewhere in the document give another one. */
export interface RateBeside {
  readonly stated: Figure;
  /** In per cent. */
  readonly computed: Fraction;
  readonly working: string;
  readonly places: readonly Place[];
}

export function rateBeside(
  row: SheetRow,
  rule: Rule,
  source: { facts: readonly Fact[]; tables: readonly Table[] },
): RateBeside | undefined {
  const [metric, ...others] = metricsOf(rule);
  const note = row.notes.find(({ text }) => text === row.actual);
  const stated = note && cellFigure(fold(note.text), bare);
  if (!metric || !note || others.length > 0 || metric.unit !== 'percent' || stated?.unit.dimension !== 'rate')
    return undefined;
  const { complete, figures, inputs } = knownFigures([metric], source);
  if (!complete || inputs.length < 2 || inputs.some((input) => input.note !== '')) return undefined;
  const found = measure(metric, { figures });
  if (!isMeasured(found)) return undefined;
  const computed = divide(found.value, fraction('0.01'));
  const exact = { low: computed, middle: computed, high: computed };
  return rateCloseness(stated, exact) === 'contradiction'
    ? {
        stated,
        computed,
        working: found.working,
        places: [note.place, ...inputs.flatMap((each) => each.places)],
      }
    : undefined;
}
