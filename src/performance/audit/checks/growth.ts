import { compare, divide, fraction, minus, negate, plus, times, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, rateCloseness, twiceCloseness, type Closeness, type Interval } from './closeness.ts';
import { placeOfStatement } from './places.ts';

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

/** Growth stated beside the figures it follows from. */
export function textGrowth(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((change, at) => {
    if (change.role !== 'change' || change.figure.approximate) return [];
    const near = statements
      .slice(Math.max(0, at - 8), at)
      .filter((other) => other.paragraph === change.paragraph && change.sentence - other.sentence <= 1);
    if (change.figure.unit.dimension === 'rate')
      return [
        ...byIncrease(change, near),
        ...byLevels(change, near),
        ...byNext(change, statements[at + 1], near),
      ];
    if (change.figure.unit.dimension === 'points') return pointsBetween(change, near);
    return differenceBetween(change, near);
  });
}

const isLevel = (other: Statement): boolean => other.role === 'level' && !other.figure.approximate;
const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit.dimension === b.unit.dimension && (a.unit.text === b.unit.text || a.unit.dimension === 'money');

/** 71266件，增加7181件，增幅11.2%: the increase stands between. */
function byIncrease(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const increase = near.at(-1);
  const now = near.findLast(
    (other) =>
      isLevel(other) &&
      increase !== undefined &&
      other !== increase &&
      sameUnit(other.figure, increase.figure),
  );
  if (
    !increase ||
    increase.role !== 'change' ||
    increase.figure.unit.dimension === 'rate' ||
    !now ||
    increase.figure.approximate
  )
    return [];
  if (increase.figure.unit.dimension === 'points') return [];
  const step = increase.direction === 1 ? intervalOf(increase.figure) : negated(intervalOf(increase.figure));
  const current = intervalOf(now.figure);
  const before = {
    low: minus(current.low, step.high),
    middle: minus(current.middle, step.middle),
    high: minus(current.high, step.low),
  };
  const computed = growthOf(current, before);
  return computed
    ? [
        growthFinding({
          change,
          computed,
          now,
          other: increase,
          working: `${said(increase.figure)} ÷ (${said(now.figure)} ${increase.direction === 1 ? '−' : '+'} ${said(increase.figure)})`,
        }),
      ]
    : [];
}

const negated = (interval: Interval): Interval => ({
  low: negate(interval.high),
  middle: negate(interval.middle),
  high: negate(interval.low),
});

const BEFORE = /上年|去年|上期|同期|上月|上季|上周|年初|^(?:20|19)\d\d/;
const FROM = /(?:从|由)\S{0,20}$/;

/** 2020年120件，2019年100件，增长20%; 由100件增加到120件，增长20%. */
function byLevels(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const levels = near.filter(isLevel).slice(-3);
  const [first, second] = levels.slice(-2);
  if (!first || !second || !sameUnit(first.figure, second.figure) || near.at(-1)?.role === 'change')
    return [];
  if (first.figure.unit.dimension === 'rate' || !samePlace(first, second)) return [];
  const pair = orderOf(first, second);
  if (!pair) return [];
  const computed = growthOf(intervalOf(pair.now.figure), intervalOf(pair.before.figure));
  if (!computed) return [];
  const working = `(${said(pair.now.figure)} − ${said(pair.before.figure)}) ÷ ${said(pair.before.figure)}`;
  return [growthFinding({ change, computed, now: pair.now, other: pair.before, working })];
}

const samePlace = (a: Statement, b: Statement): boolean =>
  a.sentence === b.sentence || BEFORE.test(b.period) || BEFORE.test(a.period);

/** Which is now and which before: the words decide, never the size. */
function orderOf(first: Statement, second: Statement): { now: Statement; before: Statement } | undefined {
  if (FROM.test(tight(first.subject)) && /(?:到|至|为)$/.test(tight(second.subject)))
    return { now: second, before: first };
  const named = (statement: Statement): boolean =>
    BEFORE.test(statement.period) && !/^(?:今年|本)/.test(statement.period);
  const ages = [first, second].map((each) => yearIn(each.period));
  if (ages[0] !== undefined && ages[1] !== undefined && ages[0] !== ages[1])
    return ages[0] > ages[1] ? { now: first, before: second } : { now: second, before: first };
  const past = /^(?:上年|去年|上期|同期|上月|上季|上周|上一)/;
  if (past.test(second.period) && !past.test(first.period) && named(second))
    return { now: first, before: second };
  if (past.test(first.period) && !past.test(second.period) && named(first))
    return { now: second, before: first };
  return undefined;
}

const yearIn = (period: string): number | undefined => {
  const match = /^((?:19|20)\d\d)年?$/.exec(period);
  return match ? Number(match[1]) : undefined;
};

/** 同比增长20%，上年为100件: what came before is said after. */
function byNext(
  change: Statement,
  next: Statement | undefined,
  near: readonly Statement[],
): readonly Finding[] {
  const now = near.findLast(isLevel);
  if (
    !next ||
    !now ||
    !isLevel(next) ||
    next.sentence !== change.sentence ||
    !sameUnit(next.figure, now.figure)
  )
    return [];
  if (!/上年|去年|上期|同期|上月/.test(next.subject) || near.at(-1) !== now) return [];
  const computed = growthOf(intervalOf(now.figure), intervalOf(next.figure));
  if (!computed) return [];
  return [
    growthFinding({
      change,
      computed,
      now,
      other: next,
      working: `(${said(now.figure)} − ${said(next.figure)}) ÷ ${said(next.figure)}`,
    }),
  ];
}

interface Growth {
  readonly change: Statement;
  readonly computed: Interval;
  readonly now: Statement;
  readonly other: Statement;
  readonly working: string;
}

function growthFinding({ change, computed, now, other, working }: Growth): Finding {
  const stated = signed(change);
  const verdict: Closeness = rateCloseness({ ...change.figure, value: stated }, computed);
  const decimals = Math.max(2, change.figure.decimals);
  const shown = inUnit(computed.middle, change.figure.unit, decimals);
  const calc = `${coreName(now.subject).slice(-16)}${change.direction === 1 ? '增长' : '下降'}${said(change.figure)}；${working} = ${shown}%`;
  return finding({
    kind: 'growth',
    verdict,
    a: stated,
    b: computed.middle,
    unit: change.figure.unit,
    decimals,
    calc,
    where: [change, now, other].map(placeOfStatement),
  });
}

const signed = (change: Statement): Fraction =>
  change.direction === 1 ? change.figure.value : negate(change.figure.value);

/** 由90%提高到95%，提高5个百分点. */
function pointsBetween(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const [first, second] = near
    .filter((other) => isLevel(other) && other.figure.unit.dimension === 'rate')
    .slice(-2);
  if (!first || !second) return [];
  const pair = orderOf(first, second);
  if (!pair || near.at(-1) !== second) return [];
  const apart = minus(pair.now.figure.value, pair.before.figure.value);
  const verdict = twiceCloseness(
    { ...change.figure, value: signed(change) },
    {
      ...pair.now.figure,
      value: apart,
      decimals: Math.max(pair.now.figure.decimals, pair.before.figure.decimals),
    },
  );
  const calc = `${change.direction === 1 ? '提高' : '下降'}${said(change.figure)}；${said(pair.now.figure)} − ${said(pair.before.figure)} = ${inUnit(apart, undefined)}个百分点`;
  return [
    finding({
      kind: 'growth',
      verdict,
      a: signed(change),
      b: apart,
      calc,
      where: [change, pair.now, pair.before].map(placeOfStatement),
    }),
  ];
}

/** 今年120件，去年100件，增加20件. */
function differenceBetween(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const [first, second] = near
    .filter((other) => isLevel(other) && sameUnit(other.figure, change.figure))
    .slice(-2);
  if (!first || !second || near.at(-1) !== second) return [];
  const pair = orderOf(first, second);
  if (!pair) return [];
  const apart = minus(pair.now.figure.value, pair.before.figure.value);
  const stated = signed(change);
  const finer = {
    ...change.figure,
    value: apart,
    decimals: Math.max(pair.now.figure.decimals, pair.before.figure.decimals),
  };
  const verdict =
    compare(plus(stated, fraction(0)), apart) === 0
      ? 'consistent'
      : twiceCloseness({ ...change.figure, value: stated }, finer);
  const calc = `${change.direction === 1 ? '增加' : '减少'}${said(change.figure)}；${said(pair.now.figure)} − ${said(pair.before.figure)} = ${inUnit(apart, change.figure.unit)}${change.figure.unit.text}`;
  return [
    finding({
      kind: 'growth',
      verdict,
      a: stated,
      b: apart,
      unit: change.figure.unit,
      calc,
      where: [change, pair.now, pair.before].map(placeOfStatement),
    }),
  ];
}
