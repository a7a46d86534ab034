import type { Figures } from '../evaluation/figure.ts';
import { isMeasured, measure, type Metric, type Rule } from '../rules/index.ts';
import { keyOfRuleFigure, standIns } from './inputs.ts';

/** What a rule measures; empty where a person judges. */
function metricsOf(rule: Rule): readonly Metric[] {
  switch (rule.kind) {
    case 'stepPenalty':
    case 'bands':
    case 'formula':
      return [rule.metric];
    case 'perCase':
      return rule.counts === 'measured' ? rule.cases.map((each) => each.metric) : [];
    case 'states':
      return rule.states.flatMap(({ when = [] }) =>
        when.flatMap(({ left, right }) => ('metric' in right ? [left, right.metric] : [left])),
      );
    case 'oneOf':
      return rule.options.flatMap(metricsOf);
    case 'sum':
      return rule.parts.flatMap(metricsOf);
    case 'unless':
      return metricsOf(rule.rule);
    case 'checklist':
    case 'judged':
      return [];
  }
}

/**
 * Keys of the figures a rule reads, in its order, whether entered or not: those of a metric's formula, or the metric's
 * own where it is given as such, and a figure that stands in for one that is absent.
 */
export function figuresOfRule(rule: Rule, figures: Figures): readonly string[] {
  const has = (key: string): boolean => figures[key]?.value != null;
  const keys = metricsOf(rule).flatMap((metric) => {
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
