import { fraction, max, min, minus, plus, ratio, times, zero, floor, type Fraction } from '#lib/fraction.ts';
import { isMeasured, measure } from './measure.ts';
import { shown } from './num.ts';
import type { CaseOf, PerCase } from './rule.ts';
import type { Missing, RuleInputs, Scored, Step } from './scored.ts';

/**
 * 按例扣（加）分 — so much off, or on, for every occurrence. Without a count: `missing` when it could be counted
 * from figures, `judged` when only an inspection can say how many breaches there were.
 */
export function perCase(rule: PerCase, inputs: RuleInputs): Scored {
  const counted = rule.cases.map((each) => ({ each, found: measure(each.metric, inputs) }));
  const lacking = counted.flatMap(({ found }) => (isMeasured(found) ? [] : [found]));
  if (lacking.length > 0) return rule.counts === 'measured' ? missing(lacking) : judged(rule);
  let points = fraction(rule.full);
  const because: Step[] = [];
  for (const { each, found } of counted) {
    if (!isMeasured(found)) continue;
    const change = changeBy(each, found.value, points);
    points = each.sign > 0 ? plus(points, change) : minus(points, change);
    because.push(sentence(each, found.value, change));
  }
  points = held(rule, points);
  return {
    status: 'computed',
    points,
    range: { low: points, high: points },
    because: [...because, result(rule, points)],
  };
}

const held = (rule: PerCase, points: Fraction): Fraction =>
  max(fraction(rule.floor), rule.cap === undefined ? points : min(fraction(rule.cap), points));

function changeBy(each: CaseOf, count: Fraction, points: Fraction): Fraction {
  if (each.zeroFrom !== undefined && count.num >= BigInt(each.zeroFrom) * count.den) return points;
  const over = max(zero, minus(count, fraction(each.after ?? 0)));
  return times(fraction(each.perUnit), ratio(floor(over), 1n));
}

function sentence(each: CaseOf, count: Fraction, change: Fraction): Step {
  const free = each.after ? `，超过${each.after}${each.unit}的部分` : '';
  const word = each.sign > 0 ? '加' : '扣';
  const text = `${each.text || each.metric.name}${shown(count)}${each.unit}${free}，每${each.unit}${word}${each.perUnit}分，${word}${shown(change)}分`;
  return { text, figures: { [each.metric.name]: shown(count), [`${word}分`]: shown(change) } };
}

const result = (rule: PerCase, points: Fraction): Step => ({
  text: `${rule.full === '0' ? '' : `满分${rule.full}分，`}得${shown(points)}分`,
  figures: { 得分: shown(points) },
});

const missing = (
  lacking: readonly { readonly missing: readonly string[]; readonly missingIds: readonly string[] }[],
): Missing => ({
  status: 'missing',
  missing: [...new Set(lacking.flatMap((each) => each.missing))],
  missingIds: [...new Set(lacking.flatMap((each) => each.missingIds))],
});

function judged(rule: PerCase): Scored {
  const high = rule.cap ?? rule.full;
  const asks = [
    ...rule.about,
    ...rule.cases.map((each) => `${each.text || each.metric.name}的${each.unit}数`),
  ];
  return { status: 'judged', range: { low: fraction(rule.floor), high: fraction(high) }, asks };
}
