import { fraction, max, min, type Fraction } from '#lib/fraction.ts';
import { isMeasured, measure, type Lacking, type Measured } from './measure.ts';
import { holds } from './num.ts';
import type { State, States, Test } from './rule.ts';
import type { RuleInputs, Scored, Step } from './scored.ts';
import { opWord, printed, suffix, withUnit } from './units.ts';

type Verdict = { readonly holds: boolean; readonly because: readonly Step[] } | Lacking;

/** 分情形 — the first state that holds gives its points; states no figure can tell are for a person. */
export function states(rule: States, inputs: RuleInputs): Scored {
  for (const state of rule.states) {
    const answered = inputs.answers?.[state.text];
    if (answered === true) return computed(state, []);
    if (answered === false) continue;
    if (!state.when) return judged(rule, inputs);
    const verdict = test(state.when, inputs);
    if ('missing' in verdict) return { status: 'missing', ...verdict };
    if (verdict.holds) return computed(state, verdict.because);
  }
  return judged(rule, inputs);
}

function computed(state: State, because: readonly Step[]): Scored {
  const points = fraction(state.points);
  const text = `属于“${state.text}”，${points.num === 0n ? '不得分' : `得${state.points}分`}`;
  return {
    status: 'computed',
    points,
    range: { low: points, high: points },
    because: [...because, { text, figures: { 得分: state.points } }],
  };
}

function judged(rule: States, inputs: RuleInputs): Scored {
  const open = rule.states.filter((each) => inputs.answers?.[each.text] !== false);
  const points = (open.length > 0 ? open : rule.states).map((each) => fraction(each.points));
  const range = { low: points.reduce(min), high: points.reduce(max) };
  return { status: 'judged', range, asks: open.map((each) => each.text) };
}

function test(tests: readonly Test[], inputs: RuleInputs): Verdict {
  const because: Step[] = [];
  for (const each of tests) {
    const left = measure(each.left, inputs);
    if (!isMeasured(left)) return left;
    const right = rightOf(each, inputs);
    if (!isMeasured(right)) return right;
    if (!holds(printed(each.left, left.value), each.op, right.value)) return { holds: false, because: [] };
    because.push(sentence(each, left, right));
  }
  return { holds: true, because };
}

function rightOf(each: Test, inputs: RuleInputs): Measured | Lacking {
  if ('metric' in each.right) {
    const found = measure(each.right.metric, inputs);
    return isMeasured(found) ? { ...found, value: printed(each.right.metric, found.value) } : found;
  }
  const value: Fraction = fraction(each.right.v);
  return { value, working: `${each.right.v}${suffix(each.left.unit)}`, figures: {} };
}

function sentence(each: Test, left: Measured, right: Measured): Step {
  const value = withUnit(each.left, printed(each.left, left.value));
  const other =
    'metric' in each.right
      ? `${each.right.metric.name}${withUnit(each.right.metric, right.value)}`
      : right.working;
  return {
    text: `${each.left.name}${value}，${opWord(each.op)}${other}`,
    figures: { ...left.figures, ...right.figures },
  };
}
