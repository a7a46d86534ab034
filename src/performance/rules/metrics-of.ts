import type { Metric, Rule } from './rule.ts';

/**
 * Every metric a rule reads; empty where a person judges. `withBreaches` false leaves out counts of breaches, which are
 * a person's finding and no figure that is entered.
 */
export function metricsOf(rule: Rule, withBreaches = true): readonly Metric[] {
  switch (rule.kind) {
    case 'stepPenalty':
    case 'bands':
    case 'formula':
      return [rule.metric];
    case 'perCase':
      return withBreaches || rule.counts === 'measured' ? rule.cases.map((each) => each.metric) : [];
    case 'states':
      return rule.states.flatMap(({ when = [] }) =>
        when.flatMap(({ left, right }) => ('metric' in right ? [left, right.metric] : [left])),
      );
    case 'oneOf':
      return rule.options.flatMap((each) => metricsOf(each, withBreaches));
    case 'sum':
      return rule.parts.flatMap((each) => metricsOf(each, withBreaches));
    case 'unless':
      return metricsOf(rule.rule, withBreaches);
    case 'checklist':
    case 'judged':
      return [];
  }
}
