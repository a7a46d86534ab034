import { divide, equal, fraction, minus, negate, times, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, rateCloseness, twiceCloseness, type Closeness, type Interval } from './closeness.ts';
import { changedThing, inTime, isPast } from './growth-pairs.ts';
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

const firstOf = (...all: readonly (readonly Finding[])[]): readonly Finding[] =>
  all.find((each) => each.length > 0) ?? [];

/** Growth stated beside the figures it follows from. */
export function textGrowth(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((change, at) => {
    if (change.role !== 'change' || change.figure.approximate) return [];
    const near = statements
      .slice(Math.max(0, at - 8), at)
      .filter((other) => other.paragraph === change.paragraph && change.sentence - other.sentence <= 1);
    if (change.figure.unit.dimension === 'points') return pointsBetween(change, near);
    if (change.figure.unit.dimension !== 'rate') return differenceBetween(change, near);
    const wider = statements
      .slice(Math.max(0, at - 14), at)
      .filter((other) => other.paragraph === change.paragraph);
    return firstOf(
      byIncrease(change, wider),
      byLevels(change, near),
      byNext(change, statements[at + 1], near),
    );
  });
}

const isLevel = (other: Statement): boolean => other.role === 'level' && !other.figure.approximate;
const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit.dimension === b.unit.dimension && (a.unit.text === b.unit.text || a.unit.dimension === 'money');

const negated = (interval: Interval): Interval => ({
  low: negate(interval.high),
  middle: negate(interval.middle),
  high: negate(interval.low),
});
const less = (a: Interval, b: Interval): Interval => ({
  low: minus(a.low, b.high),
  middle: minus(a.middle, b.middle),
  high: minus(a.high, b.low),
});
const more = (a: Interval, b: Interval): Interval => less(a, negated(b));

/** 71266件，增加7181件，增幅11.2%: the increase stands between. */
function byIncrease(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const increase = near.at(-1);
  if (
    !increase ||
    increase.role !== 'change' ||
    increase.sentence !== change.sentence ||
    increase.figure.approximate
  )
    return [];
  if (increase.figure.unit.dimension === 'rate' || increase.figure.unit.dimension === 'points') return [];
  const thing = changedThing(increase);
  const levels = near.filter((other) => isLevel(other) && sameUnit(other.figure, increase.figure));
  const about =
    thing === ''
      ? levels.filter((other) => other.sentence === change.sentence)
      : levels.filter((other) => isAbout(other, thing));
  const other = about.at(-1) ?? levels.findLast((each) => isPast(each) && each.sentence === change.sentence);
  if (!other) return [];
  const step = increase.direction === 1 ? intervalOf(increase.figure) : negated(intervalOf(increase.figure));
  const past = isPast(other);
  const now = past ? more(intervalOf(other.figure), step) : intervalOf(other.figure);
  const before = past ? intervalOf(other.figure) : less(now, step);
  const computed = growthOf(now, before);
  const base = past
    ? said(other.figure)
    : `(${said(other.figure)} ${increase.direction === 1 ? '−' : '+'} ${said(increase.figure)})`;
  return computed
    ? [
        growthFinding({
          change,
          computed,
          now: other,
          other: increase,
          working: `${said(increase.figure)} ÷ ${base}`,
        }),
      ]
    : [];
}

const isAbout = (other: Statement, thing: string): boolean => {
  const core = coreName(other.subject);
  return core !== '' && (core.includes(thing) || thing.includes(core));
};

/** 2020年120件，2019年100件，增长20%; 由100件增加到120件，增长20%. */
function byLevels(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const [first, second] = near.filter(isLevel).slice(-2);
  if (!first || !second || !sameUnit(first.figure, second.figure) || near.at(-1)?.role === 'change')
    return [];
  if (
    first.figure.unit.dimension === 'rate' ||
    (first.sentence !== second.sentence && !isPast(second) && !isPast(first))
  )
    return [];
  const pair = inTime(first, second, change);
  const computed = pair && growthOf(intervalOf(pair.now.figure), intervalOf(pair.before.figure));
  if (!pair || !computed) return [];
  const working = `(${said(pair.now.figure)} − ${said(pair.before.figure)}) ÷ ${said(pair.before.figure)}`;
  return [growthFinding({ change, computed, now: pair.now, other: pair.before, working })];
}

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
  const working = `(${said(now.figure)} − ${said(next.figure)}) ÷ ${said(next.figure)}`;
  return [growthFinding({ change, computed, now, other: next, working })];
}

interface Growth {
  readonly change: Statement;
  readonly computed: Interval;
  readonly now: Statement;
  readonly other: Statement;
  readonly working: string;
}

const signed = (change: Statement): Fraction =>
  change.direction === 1 ? change.figure.value : negate(change.figure.value);

function growthFinding({ change, computed, now, other, working }: Growth): Finding {
  const stated = signed(change);
  const verdict: Closeness = rateCloseness({ ...change.figure, value: stated }, computed);
  const decimals = Math.max(2, change.figure.decimals);
  const { unit } = change.figure;
  const shown = inUnit(computed.middle, unit, decimals);
  const calc = `${coreName(now.subject).slice(-16)}${change.direction === 1 ? '增长' : '下降'}${said(change.figure)}；${working} = ${shown}%`;
  const where = [change, now, other].map(placeOfStatement);
  return finding({ kind: 'growth', verdict, a: stated, b: computed.middle, unit, decimals, calc, where });
}

/** 由90%提高到95%，提高5个百分点. */
const pointsBetween = (change: Statement, near: readonly Statement[]): readonly Finding[] =>
  apart(
    change,
    near,
    near.filter((other) => isLevel(other) && other.figure.unit.dimension === 'rate'),
    '个百分点',
  );

/** 今年120件，去年100件，增加20件. */
const differenceBetween = (change: Statement, near: readonly Statement[]): readonly Finding[] =>
  apart(
    change,
    near,
    near.filter((other) => isLevel(other) && sameUnit(other.figure, change.figure)),
    change.figure.unit.text,
  );

function apart(
  change: Statement,
  near: readonly Statement[],
  levels: readonly Statement[],
  unit: string,
): readonly Finding[] {
  const [first, second] = levels.slice(-2);
  if (!first || !second || near.at(-1) !== second) return [];
  const pair = inTime(first, second, change);
  if (!pair) return [];
  const between = minus(pair.now.figure.value, pair.before.figure.value);
  const stated = signed(change);
  const decimals = Math.max(pair.now.figure.decimals, pair.before.figure.decimals);
  const finer = { ...change.figure, value: between, decimals };
  const verdict = equal(stated, between)
    ? 'consistent'
    : twiceCloseness({ ...change.figure, value: stated }, finer);
  const printed = inUnit(between, change.figure.unit);
  const calc = `${change.direction === 1 ? '增加' : '减少'}${said(change.figure)}；${said(pair.now.figure)} − ${said(pair.before.figure)} = ${printed}${unit}`;
  const where = [change, pair.now, pair.before].map(placeOfStatement);
  return [finding({ kind: 'growth', verdict, a: stated, b: between, unit: change.figure.unit, calc, where })];
}
