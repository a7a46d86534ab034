import { divide, minus, plus, absolute, zero, type Fraction } from '#lib/fraction.ts';
import { formulaOf } from './catalogue.ts';
import { shown } from './num.ts';
import type { Formula, Metric, Term } from './rule.ts';
import type { RuleInputs } from './scored.ts';
import { printed, withUnit } from './units.ts';

export interface Measured {
  /** In the metric's own unit. */
  readonly value: Fraction;
  /** `38 / 18 = 211.11%` */
  readonly working: string;
  readonly figures: Readonly<Record<string, string>>;
}
export interface Lacking {
  readonly missing: readonly string[];
  readonly missingIds: readonly string[];
}
export const isMeasured = (found: Measured | Lacking): found is Measured => 'value' in found;

/** The metric's value: given itself, or by its formula from the named figures; else what is missing. */
export function measure(metric: Metric, inputs: RuleInputs): Measured | Lacking {
  const direct = inputs.figures[metric.id];
  if (direct) return given(metric, direct);
  const formula = metric.formula ?? formulaOf(metric.id);
  if (!formula) return { missing: [metric.name], missingIds: [metric.id] };
  const absent = distinct([...formula.top, ...(formula.under ?? [])]).filter(
    (each) => !inputs.figures[each.figure],
  );
  if (absent.length > 0)
    return { missing: absent.map((each) => each.name), missingIds: absent.map((each) => each.figure) };
  return byFormula(metric, formula, inputs);
}

/** Terms of a formula, each figure once. */
const distinct = (terms: readonly Term[]): readonly Term[] =>
  terms.filter((each, at) => terms.findIndex((other) => other.figure === each.figure) === at);

function given(metric: Metric, value: Fraction): Measured {
  const text = withUnit(metric, printed(metric, value));
  return { value, working: `${metric.name}${text}`, figures: { [metric.name]: text } };
}

function byFormula(metric: Metric, formula: Formula, inputs: RuleInputs): Measured | Lacking {
  const top = total(formula.top, inputs);
  const under = formula.under && total(formula.under, inputs);
  if (under?.num === 0n) {
    const names = distinct(formula.under ?? []).map((each) => each.name);
    return {
      missing: [`${names.join('、')}（为零，不能作分母）`],
      missingIds: formula.under!.map((each) => each.figure),
    };
  }
  const signed = under ? divide(top, under) : top;
  const value = formula.absolute ? absolute(signed) : signed;
  const text = withUnit(metric, printed(metric, value));
  const terms = distinct([...formula.top, ...(formula.under ?? [])]);
  const figures = terms.map((each) => [each.name, shown(inputs.figures[each.figure]!)] as const);
  const written = formula.under
    ? `${write(formula.top, inputs)} / ${write(formula.under, inputs)}`
    : write(formula.top, inputs);
  const sum = formula.absolute ? `|${written}|` : written;
  const working = written === shown(value) ? text : `${sum} = ${text}`;
  return { value, working, figures: { ...Object.fromEntries(figures), [metric.name]: text } };
}

const total = (terms: readonly Term[], inputs: RuleInputs): Fraction =>
  terms.reduce((sum, each) => (each.sign > 0 ? plus : minus)(sum, inputs.figures[each.figure]!), zero);

function write(terms: readonly Term[], inputs: RuleInputs): string {
  const parts = terms.map((each, at) => {
    const value = shown(inputs.figures[each.figure]!);
    if (at === 0) return each.sign > 0 ? value : `-${value}`;
    return `${each.sign > 0 ? ' + ' : ' - '}${value}`;
  });
  return parts.length > 1 ? `(${parts.join('')})` : parts.join('');
}
