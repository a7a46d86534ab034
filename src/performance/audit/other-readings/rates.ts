import { absolute, divide, hundred, minus, negate, type Fraction } from '#lib/fraction.ts';
import { intervalOf, percentOf, rateCloseness, twiceCloseness, type Interval } from '../checks/closeness.ts';
import {
  asFine,
  between,
  growthByStep,
  growthCloseness,
  growthOf,
  sameUnit,
  signed,
} from '../checks/growth-finding.ts';
import type { Figure } from '../text/figure.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { isAmount, roughly, runsOf } from './figures.ts';

/** With whole per cents an accident is likely, so only its own part of the sentence speaks for it. */
const within = (accused: Statement, near: readonly Statement[]): readonly Statement[] =>
  near.filter((other) =>
    accused.figure.decimals === 0
      ? other.segment === accused.segment
      : accused.figure.decimals > 1 || Math.abs(other.sentence - accused.sentence) <= 1,
  );

/** Who did not fail has passed. */
const FAILING = /不|未|差评|退|超|逾|剩|其余|欠/;

/** Beside 15.2万元 a printed 16万元 is 16.0万元: the zero was dropped, not rounded away. */
function inFinestDigits(amounts: readonly Statement[]): readonly Statement[] {
  const finest = new Map<string, number>();
  for (const { figure } of amounts)
    finest.set(figure.unit.text, Math.max(figure.decimals, finest.get(figure.unit.text) ?? 0));
  return amounts.map((each) => {
    const decimals = finest.get(each.figure.unit.text) ?? each.figure.decimals;
    return { ...each, figure: { ...each.figure, decimals } };
  });
}

/** Is a rate or a share that of any two figures beside it, of a list added up, or of what is left over? */
export function isRateElsewhere(rate: Statement, all: readonly Statement[]): boolean {
  const amounts = inFinestDigits(within(rate, all).filter(isAmount));
  const failing = amounts.filter(({ subject }) => FAILING.test(subject));
  const figures = amounts.map(({ figure }) => figure);
  // 岗位3680个，达成意向368人，达成率10%: beside each other unlike things are set against each other too.
  const beside = new Set(amounts.filter((each) => each.segment === rate.segment).map(({ figure }) => figure));
  const isComparable = (top: Figure, under: Figure): boolean =>
    sameUnit(top, under) ||
    (beside.has(top) && beside.has(under) && top.unit.dimension === under.unit.dimension);
  const bears = (top: Figure, under: Figure): boolean =>
    top !== under && isComparable(top, under) && isRateOf(rate, top, under);
  const isOf = (under: Figure): boolean =>
    figures.some((top) => bears(top, under)) ||
    failing.some(({ figure: top }) => bears({ ...top, value: minus(under.value, top.value) }, under));
  const runs = runsOf(amounts);
  // 甲30件、乙20件，分别占60%和40%: of the list itself.
  // 受理286件，上年结转11件，审结289件: what was carried in is due as well.
  const isDue = amounts.some(({ subject }) => /(?:上年|上月|上期|年初|往年).{0,4}结转|旧存/.test(subject));
  const ofList =
    (isDue || haveOpposites(amounts) || /分别/.test(rate.subject)) &&
    runs.some((run) => figures.some((top) => bears(top, run)));
  // 胜诉45件，败诉7件，败诉率13.46%: of the two that stand side by side together.
  const beforeRate = amounts
    .filter((each) => each.segment === rate.segment && each.start < rate.start)
    .slice(-2);
  const isOfBoth = runsOf(beforeRate).some((both) => beforeRate.some(({ figure: top }) => bears(top, both)));
  return (
    ofList || isOfBoth || figures.some(isOf) || runs.some((run) => figures.some((under) => bears(run, under)))
  );
}

/** 起诉447人，不起诉118人: the two together are what was decided. */
const haveOpposites = (amounts: readonly Statement[]): boolean =>
  amounts.some(({ subject }) => {
    const done = /^[不未]予?(.{2,})$/.exec(coreName(subject))?.[1];
    return done !== undefined && amounts.some((other) => isDone(coreName(other.subject), done));
  });
const isDone = (name: string, done: string): boolean => name.endsWith(done) && !/^[不未]/.test(name);

/** Is a printed rate that of these two figures? */
export function isRateOf(rate: Statement, top: Figure, under: Figure): boolean {
  if (!isNear(rate.figure, top, under)) return false;
  const computed = percentOf(asFine(top, under), asFine(under, top));
  return computed !== undefined && rateCloseness(rate.figure, inUnitOf(rate, computed)) === 'consistent';
}

/** 106.4 % or 1.06 倍. */
const inUnitOf = ({ figure }: Statement, { low, middle, high }: Interval): Interval =>
  figure.unit.dimension === 'rate'
    ? { low, middle, high }
    : { low: divide(low, hundred), middle: divide(middle, hundred), high: divide(high, hundred) };

function isNear({ value, unit }: Figure, top: Figure, under: Figure): boolean {
  const stated = roughly(value) * (unit.dimension === 'rate' ? 1 : 100);
  const computed = (roughly(top.value) / roughly(under.value)) * 100;
  return Math.abs(stated - computed) <= 1 + Math.abs(stated) / 10;
}

/** Is a growth, a fall or a difference that of any two figures beside it? */
export function isChangeElsewhere(change: Statement, all: readonly Statement[]): boolean {
  const near = within(change, all);
  const levels = inFinestDigits(near.filter(({ role }) => role === 'level'));
  if (change.figure.unit.dimension === 'points')
    return isDifference(change, [
      ...levels,
      ...near.filter(({ role }) => role === 'share'),
      ...near.filter(isGrowthRate).flatMap(eitherWay),
    ]);
  if (change.figure.unit.dimension !== 'rate') return isDifference(change, levels);
  const steps = near.filter((other) => other.role === 'change' && other.figure.unit.dimension !== 'rate');
  return isGrowth(change, levels) || steps.some((step) => isByStep(change, step, levels));
}

/** 同比增长4.6%，较1—6月的1.7%提高2.9个百分点: what rose by points may be a growth itself. */
const isGrowthRate = ({ role, figure }: Statement): boolean =>
  role === 'change' && figure.unit.dimension === 'rate';
/** 下降9.4%，降幅收窄2.7个百分点 counts without the sign, 增速 with it. */
const eitherWay = (each: Statement): readonly Statement[] => [
  each,
  { ...each, figure: { ...each.figure, value: signed(each) } },
];

const isGrowth = (change: Statement, levels: readonly Statement[]): boolean =>
  levels.some(({ figure: now }) =>
    levels.some(
      ({ figure: before }) =>
        now !== before &&
        isNearGrowth(signed(change), now, before) &&
        sameUnit(now, before) &&
        isHeld(change, growthOf(intervalOf(asFine(now, before)), intervalOf(asFine(before, now)))),
    ),
  );

/** Rough numbers rule out most pairs before exact ones decide. */
function isNearGrowth(stated: Fraction, now: Figure, before: Figure): boolean {
  const rate = roughly(stated);
  const computed = (roughly(now.value) / roughly(before.value) - 1) * 100;
  return Math.abs(rate - computed) <= 2 + Math.abs(rate) / 5;
}

/** A step down is less than nothing, whether or not it is printed with a sign. */
function isByStep(
  change: Statement,
  { figure, direction }: Statement,
  levels: readonly Statement[],
): boolean {
  const value = direction === 1 ? figure.value : negate(absolute(figure.value));
  const step = intervalOf({ ...figure, value });
  return [...levels.map((level) => level.figure), ...runsOf(levels)].some(
    (level) =>
      sameUnit(level, figure) &&
      [true, false].some((isBase) =>
        isHeld(change, growthByStep(step, intervalOf(asFine(level, figure)), isBase)),
      ),
  );
}

const isHeld = (change: Statement, computed: Interval | undefined): boolean =>
  computed !== undefined && growthCloseness(change, computed) === 'consistent';

/** 比上年购置增加862万元，增长11.1%: read as the step, the figure taken for last year's gives the printed rate. */
export const isStepInstead = ([change, now, base]: readonly Statement[]): boolean =>
  change?.role === 'change' &&
  change.figure.unit.dimension === 'rate' &&
  now !== undefined &&
  base !== undefined &&
  sameUnit(now.figure, base.figure) &&
  isHeld(
    change,
    growthByStep(
      intervalOf({
        ...base.figure,
        value: change.direction === 1 ? base.figure.value : negate(base.figure.value),
      }),
      intervalOf(asFine(now.figure, base.figure)),
      false,
    ),
  );

const isDifference = (change: Statement, levels: readonly Statement[]): boolean =>
  levels.some(({ figure: now }) =>
    levels.some(({ figure: before }) => {
      const comparable =
        now !== before &&
        (change.figure.unit.dimension === 'points'
          ? now.unit.dimension === 'rate' && before.unit.dimension === 'rate'
          : sameUnit(now, before) && sameUnit(now, change.figure));
      return (
        comparable &&
        isApart(
          change,
          between(now.value, before.value, signed(change)),
          Math.max(now.decimals, before.decimals),
        )
      );
    }),
  );

const isApart = (change: Statement, step: Fraction, decimals: number): boolean =>
  twiceCloseness({ ...change.figure, value: signed(change) }, { ...change.figure, value: step, decimals }) ===
  'consistent';
