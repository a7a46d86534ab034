import { equal } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { inBrackets, said } from '../text/figure.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, twiceCloseness } from './closeness.ts';
import { mayAccuse } from './bound-base.ts';
import { byIncrease, stepAfterRate } from './growth-by-step.ts';
import { comparedIn, differenceFromBase, rateFromBase } from './growth-bases.ts';
import { levelsByName, namedElsewhere } from './growth-named.ts';
import { between, growthFinding, growthOf, isLevel, sameUnit, signed } from './growth-finding.ts';
import { inTime, isBase, isCompared, isOfNamed, isPast } from './growth-pairs.ts';
import { isOfRate } from './grown-levels.ts';
import { isOfOwnBase } from './own-base.ts';
import { placeOfStatement, type StatedPlace } from './places.ts';

const firstOf = (...all: readonly (readonly Finding[])[]): readonly Finding[] =>
  all.find((each) => each.length > 0) ?? [];

/** Growth stated beside the figures it follows from; figures the words do not bind to it may bear it out, and accuse nobody. */
export const textGrowth = (statements: readonly Statement[], year: number | null): readonly Finding[] =>
  allGrowth(statements, year).filter(
    ({ verdict, where }) =>
      verdict === 'consistent' || mayAccuse(where.flatMap(({ statement }: StatedPlace) => statement ?? [])),
  );

function allGrowth(statements: readonly Statement[], year: number | null): readonly Finding[] {
  const named = levelsByName(statements, year);
  return statements.flatMap((change, at) => {
    if (change.role !== 'change' || change.figure.approximate || isMeanOfYears(change)) return [];
    const near = statements
      .slice(Math.max(0, at - 8), at)
      .filter((other) => other.paragraph === change.paragraph && change.sentence - other.sentence <= 1);
    const compared = comparedIn(change, near, statements.slice(at + 1, at + 3));
    const { dimension } = change.figure.unit;
    const elsewhere = compared ? undefined : namedElsewhere(change, near.at(-1), named);
    if (elsewhere) return rateFromBase(elsewhere);
    if (dimension !== 'rate') {
      if (compared && fitsDifference(compared.base, change)) return differenceFromBase(compared);
      const step = dimension === 'points' ? pointsBetween(change, near) : differenceBetween(change, near);
      return ofItsBase(change, firstOf(step, stepAfterRate(change, near)));
    }
    // Between two rates the difference may be meant.
    if (compared && compared.base.figure.unit.dimension !== 'rate') return rateFromBase(compared);
    const before = statements
      .slice(Math.max(0, at - 28), at)
      .filter((other) => other.paragraph === change.paragraph);
    return ofItsBase(change, firstOf(byIncrease(change, before), byLevels(change, near)));
  });
}

/** What has a base of its own may agree with the figures before it and is not accused by them. */
const ofItsBase = (change: Statement, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ verdict, where }) =>
      verdict === 'consistent' ||
      !isOfOwnBase(
        change,
        where.flatMap(({ statement }: StatedPlace) => statement ?? []),
      ),
  );

/** 比上年的11.2亿元增长12.5%，其中工业5.8亿元; 增长5%（上年同期4000户）；期末31500户: the base has had its change already. */
const isSpoken = (first: Statement, second: Statement, near: readonly Statement[]): boolean =>
  isBase(first) &&
  ((first.depth > 0 && near[near.indexOf(first) - 1]?.role === 'change') ||
    near.slice(near.indexOf(first) + 1, near.indexOf(second)).some((other) => other.role === 'change'));

/** 两年平均增长6.65%: of more than one step. */
const isMeanOfYears = ({ subject }: Statement): boolean =>
  /[两三四五六七八九十\d]年平均|年均|复合|几何/.test(subject);

const fitsDifference = (base: Statement, change: Statement): boolean =>
  change.figure.unit.dimension === 'points'
    ? base.figure.unit.dimension === 'rate'
    : sameUnit(base.figure, change.figure);

/** 2020年120件，2019年100件，增长20%; 由100件增加到120件，增长20%. */
function byLevels(change: Statement, near: readonly Statement[]): readonly Finding[] {
  const [first, second] = near.filter(isLevel).slice(-2);
  if (!first || !second || !sameUnit(first.figure, second.figure) || near.at(-1)?.role === 'change')
    return [];
  if (isSpoken(first, second, near)) return [];
  if (isOfRate(change) && first.figure.unit.dimension !== 'rate') return [];
  if (
    first.figure.unit.dimension === 'rate' ||
    (first.sentence !== second.sentence && !isPast(second) && !isPast(first))
  )
    return [];
  const pair = inTime(first, second, change);
  if (pair && (isCompared(pair.now) || !isOfNamed(change, [pair.now]))) return [];
  const computed = pair && growthOf(intervalOf(pair.now.figure), intervalOf(pair.before.figure));
  if (!pair || !computed) return [];
  const working = `(${said(pair.now.figure)} − ${said(pair.before.figure)}) ÷ ${said(pair.before.figure)}`;
  return [growthFinding({ change, computed, now: pair.now, other: pair.before, working })];
}

/** 由90%提高到95%，提高5个百分点. */
const pointsBetween = (change: Statement, near: readonly Statement[]): readonly Finding[] =>
  apart(
    change,
    near,
    near.filter((other) => isLevel(other) && other.figure.unit.dimension === 'rate'),
    change.figure.unit.text,
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
  if (!first || !second || near.at(-1) !== second || isSpoken(first, second, near)) return [];
  const pair = inTime(first, second, change);
  // 较2021年的1.7%提高2.9个百分点，较2020年的1.2%提高3.4个百分点: what was compared with is never the present value.
  if (!pair || isCompared(pair.now) || !isOfNamed(change, [pair.now])) return [];
  const stated = signed(change);
  const step = between(pair.now.figure.value, pair.before.figure.value, stated);
  const decimals = Math.max(pair.now.figure.decimals, pair.before.figure.decimals);
  const finer = { ...change.figure, value: step, decimals };
  const verdict = equal(stated, step)
    ? 'consistent'
    : twiceCloseness({ ...change.figure, value: stated }, finer);
  const printed = inUnit(step, change.figure.unit);
  const calc = `${change.direction === 1 ? '增加' : '减少'}${said(change.figure)}；${said(pair.now.figure)} − ${inBrackets(pair.before.figure)} = ${printed}${unit}`;
  const where = [change, pair.now, pair.before].map(placeOfStatement);
  return [finding({ kind: 'growth', verdict, a: stated, b: step, unit: change.figure.unit, calc, where })];
}
