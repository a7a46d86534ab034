import { compare, fraction, max, min, plus, zero, type Fraction } from '#lib/fraction.ts';
import { fullOf } from './full-of.ts';
import { shown } from './num.ts';
import type { OneOf, Rule, SumOf, Unless } from './rule.ts';
import type { Computed, Missing, Range, RuleInputs, Scored, Step } from './scored.ts';

type Again = (part: Rule) => Scored;

/** 二者择其一 — the option with figures; with several, the better one, and the range says so. */
export function oneOf(rule: OneOf, again: Again): Scored {
  const scored = rule.options.map(again);
  const computed = scored.filter((each): each is Computed => each.status === 'computed');
  if (computed.length > 0) {
    const best = computed.reduce((a, b) => (compare(b.points, a.points) > 0 ? b : a));
    const low = computed.map((each) => each.range.low).reduce(min);
    const note = step(
      computed.length > 1 ? '可择一考核的几项都有数据，取得分高的一项' : '择一考核，取有数据的一项',
      best.points,
    );
    return { ...best, range: { low, high: best.range.high }, because: [...best.because, note] };
  }
  return (
    scored.find((each) => each.status === 'judged') ??
    scored[0] ?? { status: 'missing', missing: [], missingIds: [] }
  );
}

/** 各部分相加 — computed only when every part is; a missing figure in one part leaves the whole unscored. */
export function sumOf(rule: SumOf, again: Again): Scored {
  const parts = rule.parts.map(again).filter((each) => each.status !== 'dropped');
  const lacking = parts.filter((each): each is Missing => each.status === 'missing');
  if (lacking.length > 0)
    return {
      status: 'missing',
      missing: lacking.flatMap((each) => each.missing),
      missingIds: lacking.flatMap((each) => each.missingIds),
    };
  const held = (points: Fraction): Fraction => {
    const above = rule.floor === undefined ? points : max(fraction(rule.floor), points);
    return rule.cap === undefined ? above : min(fraction(rule.cap), above);
  };
  const ranges = parts.flatMap((each) => ('range' in each ? [each.range] : []));
  const range: Range = {
    low: held(total(ranges.map((each) => each.low))),
    high: held(total(ranges.map((each) => each.high))),
  };
  const asks = parts.flatMap((each) => (each.status === 'judged' ? each.asks : []));
  if (asks.length > 0) return { status: 'judged', range, asks };
  const computed = parts.filter((each): each is Computed => each.status === 'computed');
  const points = held(total(computed.map((each) => each.points)));
  return {
    status: 'computed',
    points,
    range,
    because: [...computed.flatMap((each) => each.because), step('各部分合计', points)],
  };
}

/** 不适用 — only a person can say so; until then the rule itself is applied. */
export function unless(rule: Unless, inputs: RuleInputs, again: Again): Scored {
  const applies = inputs.answers?.[rule.notApplicable];
  if (applies === true) return notApplicable(rule);
  const scored = again(rule.rule);
  if (applies === false || scored.status !== 'missing') return scored;
  return { ...scored, missing: [...scored.missing, `是否“${rule.notApplicable}”`] };
}

function notApplicable(rule: Unless): Scored {
  if (rule.outcome === 'drop-and-rescale')
    return {
      status: 'dropped',
      because: [{ text: `${rule.notApplicable}，本项不考核，其余指标折算为百分制`, figures: {} }],
    };
  const points = fraction(rule.outcome === 'full' ? fullOf(rule.rule) : '0');
  return {
    status: 'computed',
    points,
    range: { low: points, high: points },
    because: [step(rule.notApplicable, points)],
  };
}

const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);
const step = (text: string, points: Fraction): Step => ({
  text: `${text}，得${shown(points)}分`,
  figures: { 得分: shown(points) },
});
