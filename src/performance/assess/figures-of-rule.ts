import type { Figures } from '../evaluation/figure.ts';
import { isMeasured, measure, metricsOf, type Rule } from '../rules/index.ts';
import { keyOfRuleFigure, standIns } from './inputs.ts';

/**
 * Keys of the figures a rule reads, in its order, whether entered or not: those of a metric's formula, or the metric's
 * own where it is given as such, and a figure that stands in for one that is absent.
 */
export function figuresOfRule(rule: Rule, figures: Figures): readonly string[] {
  const has = (key: string): boolean => figures[key]?.value != null;
  const keys = metricsOf(rule, false).flatMap((metric) => {
    const own = keyOfRuleFigure(metric.id);
    if (has(own)) return [own];
    const lacking = measure(metric, { figures: {} });
    return isMeasured(lacking) ? [] : lacking.missingIds.map(keyOfRuleFigure);
  });
  const withStandIns = keys.flatMap((key) => [
    key,
    ...standIns.filter((each) => each.for === key && !has(key)).map((each) => each.figure),
  ]);
  return [...new Set(withStandIns)];
}
