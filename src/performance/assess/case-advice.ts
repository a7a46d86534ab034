import { compare, fraction, max, minus, toDecimal, type Fraction } from '#lib/fraction.ts';
import type { PerCase, Rule, States } from '../rules/index.ts';

/** What more points would take, and how many they are. */
export interface Advice {
  readonly text: string;
  readonly gain: Fraction;
}

/** For rules that ask which case holds rather than how high a rate is; undefined where only a person can say. */
export function caseAdvice(rule: Rule, now: Fraction): Advice | undefined {
  if (rule.kind === 'unless') return caseAdvice(rule.rule, now);
  if (rule.kind === 'states') return stateAdvice(rule, now);
  return rule.kind === 'perCase' ? breachAdvice(rule, now) : undefined;
}

/** 无结余可得3分；结余不超过上年结转可得2分: every state better than the present one, the best first. */
function stateAdvice({ states }: States, now: Fraction): Advice | undefined {
  const better = states
    .map(({ text, points }) => ({ text, points: fraction(points) }))
    .filter((each) => compare(each.points, now) > 0)
    .toSorted((a, b) => compare(b.points, a.points));
  if (better.length === 0) return undefined;
  const said = (text: string): string => text.replace(/^有(.+?)，但(?=不|未)/, '$1');
  return {
    text: better.map((each) => `${said(each.text)}可得${toDecimal(each.points)}分`).join('；'),
    gain: minus(better.map((each) => each.points).reduce(max), now),
  };
}

/** Without the cases that take points away the row has its full mark. */
function breachAdvice({ cases, full }: PerCase, now: Fraction): Advice | undefined {
  const breaches = cases.filter((each) => each.sign === -1);
  const gain = minus(fraction(full), now);
  if (breaches.length === 0 || gain.num <= 0n) return undefined;
  const words = breaches.map((each) => `“${each.verb}${each.text}”`).join('、');
  return { text: `没有${words}可得${full}分，可增加${toDecimal(gain)}分`, gain };
}
