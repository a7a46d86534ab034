import { catalogue } from './catalogue.ts';
import { formulaIn } from './definition.ts';
import { bareName, type KnownMetric } from './metric-name.ts';
import type { Metric, Unit } from './rule.ts';

/**
 * The metric an indicator's name means, in any form's wording; undefined when it is not in the catalogue.
 * A formula in the form's own definition column overrides the base (预算数 or 决算数, 年初 or 调整后).
 */
export function metricNamed(name: string, definition?: string): KnownMetric | undefined {
  const bare = bareName(name);
  const known = catalogue.find((each) => each.names.some((pattern) => pattern.test(bare)));
  const formula = known && definition ? formulaIn(definition, known) : undefined;
  return known && formula ? { ...known, formula } : known;
}

/** A metric as a rule carries it: the catalogue's formula is looked up, only a departure from it is written. */
export function metricFor(name: string, unit: Unit, definition?: string): Metric {
  const known = metricNamed(name);
  if (!known) return { id: bareName(name), name: bareName(name), unit };
  const formula = definition === undefined ? undefined : formulaIn(definition, known);
  const metric: Metric = { id: known.id, name: known.name, unit: known.unit };
  return formula ? { ...metric, formula } : metric;
}
