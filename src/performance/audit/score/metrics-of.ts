import { metricNamed, type Metric, type Rule, type Term } from '#performance/rules/index.ts';

/** The figures a metric is computed from: the form's own formula, else the catalogue's. */
export function termsOf(metric: Metric): readonly Term[] {
  const formula = metric.formula ?? metricNamed(metric.name)?.formula;
  return formula ? [...formula.top, ...(formula.under ?? [])] : [];
}

/** Can figures of a report decide this rule at all, or only a person who looks? */
export function isComputable(rule: Rule): boolean {
  switch (rule.kind) {
    case 'judged':
    case 'checklist':
      return false;
    case 'perCase':
      return rule.counts === 'measured';
    case 'states':
      return rule.states.some((state) => state.when !== undefined);
    case 'oneOf':
      return rule.options.some(isComputable);
    case 'sum':
      return rule.parts.every(isComputable);
    case 'unless':
      return isComputable(rule.rule);
    case 'stepPenalty':
    case 'bands':
    case 'formula':
      return true;
  }
}
