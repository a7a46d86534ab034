import { moneyMetrics } from './catalogue-money.ts';
import { workMetrics } from './catalogue-work.ts';
import type { KnownMetric } from './metric-name.ts';
import type { Formula } from './rule.ts';

/** Every metric known by name; a form's own metric is not here and carries its own name. */
export const catalogue: readonly KnownMetric[] = [...moneyMetrics, ...workMetrics];

const byId = new Map(catalogue.map((each) => [each.id, each]));

/** The formula of a known metric; undefined for a metric of the form's own. */
export const formulaOf = (id: string): Formula | undefined => byId.get(id)?.formula;
