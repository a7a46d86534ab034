import {
  absolute,
  compare,
  divide,
  fraction,
  max,
  min,
  minus,
  negate,
  times,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { rateCloseness, type Closeness, type Interval } from './closeness.ts';
import { changedThing } from './growth-pairs.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const HUNDRED = fraction(100);

/** (now − before) / before × 100 for all values the printed digits allow. */
export function growthOf(now: Interval, before: Interval): Interval | undefined {
  if (before.low.num <= 0n) return undefined;
  const rate = (a: Fraction, b: Fraction): Fraction => minus(times(divide(a, b), HUNDRED), HUNDRED);
  return {
    low: rate(now.low, before.high),
    middle: rate(now.middle, before.middle),
    high: rate(now.high, before.low),
  };
}

/** What a step is of its base, which is the level itself or the level less the step: 2.8 ÷ 18, 7181 ÷ (71266 − 7181). */
export function growthByStep(step: Interval, level: Interval, isBase: boolean): Interval | undefined {
  const rate = (by: Fraction, of: Fraction): Fraction => {
    const base = isBase ? of : minus(of, by);
    return base.num <= 0n ? zero : divide(times(by, HUNDRED), base);
  };
  if (compare(level.low, isBase ? zero : max(step.high, zero)) <= 0) return undefined;
  const corners = [step.low, step.high].flatMap((by) => [rate(by, level.low), rate(by, level.high)]);
  return {
    low: corners.reduce(min),
    middle: rate(step.middle, level.middle),
    high: corners.reduce(max),
  };
}

/** Levels can stand for the value of now or before; approximate ones accuse nobody. */
export const isLevel = (other: Statement): boolean => other.role === 'level' && !other.figure.approximate;

/** 万吨 and 吨, 万元 and 亿元: one thing in two multiples. */
export const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit.dimension === b.unit.dimension && (a.unit.dimension === 'money' || thingOf(a) === thingOf(b));
const thingOf = (figure: Figure): string =>
  figure.unit.text.replace(/^(?:万亿|亿|千万|百万|十万|万|千)(?=.)/, '');

/** Beside 4.4万 a printed 4万 is 4.0万: the zero was dropped, not rounded away. */
export const asFine = (figure: Figure, beside: Figure): Figure =>
  figure.unit.text === beside.unit.text && beside.decimals > figure.decimals
    ? { ...figure, decimals: beside.decimals }
    : figure;

/** 下降 5 % and 下降 −5 % are both −5. */
export const signed = (change: Statement): Fraction =>
  change.direction === 1 ? change.figure.value : negate(absolute(change.figure.value));

/**
 * What lies between two levels. Where both are less than nothing a bureau counts either way: from -3.2亿元 to -1.8亿元 is
 * 增加1.4亿元, and the gap 减少1.4亿元.
 */
export function between(now: Fraction, before: Fraction, stated: Fraction): Fraction {
  const step = minus(now, before);
  const isOpposite = step.num < 0n !== stated.num < 0n;
  return now.num < 0n && before.num < 0n && isOpposite ? negate(step) : step;
}

export interface Growth {
  readonly change: Statement;
  readonly computed: Interval;
  readonly now: Statement;
  readonly other: Statement;
  readonly working: string;
  /** Another figure may be meant as well. */
  readonly unsure?: boolean;
}

export const growthCloseness = (change: Statement, computed: Interval): Closeness =>
  rateCloseness({ ...change.figure, value: signed(change) }, computed);

export function growthFinding({ change, computed, now, other, working, unsure = false }: Growth): Finding {
  const stated = signed(change);
  const close = growthCloseness(change, computed);
  const verdict = close === 'contradiction' && unsure ? 'doubtful' : close;
  const decimals = Math.max(2, change.figure.decimals);
  const { unit } = change.figure;
  const shown = inUnit(computed.middle, unit, decimals);
  const ask = verdict === 'doubtful' ? '；请说明以哪个数为基数' : '';
  const own = coreName(now.subject);
  // 比上年的, (, 和, 压缩至: words that lead to a figure and do not name it.
  const name = /^[(和与及、]*$|^[比较]|相比|^[增减压提降升缩扩上下回][\u4e00-\u9fff]{0,2}[至到]的?$/.test(own)
    ? changedThing(change)
    : own;
  const calc = `${shownName(name)}${change.direction === 1 ? '增长' : '下降'}${said(change.figure)}；${working} = ${shown}%${ask}`;
  const where = [change, now, other].map(placeOfStatement);
  return finding({ kind: 'growth', verdict, a: stated, b: computed.middle, unit, decimals, calc, where });
}
