import { negate } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { shareWord } from '../other-readings/words.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, type Interval } from './closeness.ts';
import { asFine, growthByStep, growthFinding, isLevel, sameUnit } from './growth-finding.ts';
import { changedThing, isBase, isCompared, isPast, leadOf, namesPast } from './growth-pairs.ts';
import { isAbout, isOfRate, mayReach } from './grown-levels.ts';

const negated = (interval: Interval): Interval => ({
  low: negate(interval.high),
  middle: negate(interval.middle),
  high: negate(interval.low),
});
/** 4452件，同比上升5.00%，增加212件: the rate stands between the level and its step. */
export function stepAfterRate(step: Statement, near: readonly Statement[]): readonly Finding[] {
  const [level, rate] = near.filter(({ role }) => role !== 'share').slice(-2);
  if (!level || !rate || rate.role !== 'change' || rate.figure.unit.dimension !== 'rate') return [];
  const isTogether =
    isLevel(level) &&
    !isBase(level) &&
    level.segment === step.segment &&
    rate.segment === step.segment &&
    sameUnit(level.figure, step.figure) &&
    !rate.figure.approximate &&
    rate.direction === step.direction &&
    changedThing(step) === '';
  return isTogether ? byIncrease(rate, [level, step]) : [];
}

/** 71266件，增加7181件，增幅11.2%: the increase stands between. */
export function byIncrease(change: Statement, before: readonly Statement[]): readonly Finding[] {
  const near = before.slice(-14);
  const increase = near.at(-1);
  if (
    !increase ||
    increase.role !== 'change' ||
    increase.sentence !== change.sentence ||
    increase.figure.approximate
  )
    return [];
  if (increase.figure.unit.dimension === 'rate' || increase.figure.unit.dimension === 'points') return [];
  if (isOfRate(change)) return [];
  // 新增126户，取消74户，净增52户，比上年末增长2.5%: of the stock, which is not one of the two.
  if (/净[增减]/.test(increase.subject) && !near.some(namesPast)) return [];
  const thing = changedThing(increase);
  const changed = changedThing(change);
  // 死亡人数减少2人，受伤人数下降11.25%: a step of something else.
  if (thing.length >= 2 && changed.length >= 2 && !shareWord(thing, changed)) return [];
  const levels = near.filter(
    (other) =>
      isLevel(other) && sameUnit(other.figure, increase.figure) && !tight(other.subject).endsWith('均'),
  );
  const about =
    thing === '' && leadOf(increase).length >= 2
      ? ledBy(leadOf(increase), increase, { levels, near: before })
      : thing === ''
        ? levels.filter((other) => other.sentence === change.sentence)
        : levels.filter(
            (other) => isAbout(other, thing) && mayReach(other, increase, { name: thing, near: before }),
          );
  const named = levels.findLast((each) => isCompared(each) && each.sentence === change.sentence);
  const other =
    named ??
    about.findLast((each) => !isBase(each) || isPast(each)) ??
    levels.findLast((each) => isPast(each) && each.sentence === change.sentence);
  if (!other) return [];
  const step = increase.direction === 1 ? intervalOf(increase.figure) : negated(intervalOf(increase.figure));
  const past = other === named || isPast(other);
  const computed = growthByStep(step, intervalOf(asFine(other.figure, increase.figure)), past);
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
          working: `${increase.direction === 1 ? '' : '-'}${said(increase.figure)} ÷ ${base}`,
        }),
      ]
    : [];
}

/** 收入较上年减少86.4万元，下降5.49% of 收入预算1486.2万元 in the sentence before: of the only figure that begins with that name. */
function ledBy(
  lead: string,
  change: Statement,
  { levels, near }: { readonly levels: readonly Statement[]; readonly near: readonly Statement[] },
): readonly Statement[] {
  const here = levels.filter((other) => other.sentence === change.sentence);
  if (here.length > 0) return here;
  const named = levels.filter((other) => mayReach(other, change, { name: lead, near }));
  return new Set(named.map(({ figure }) => figure.printed)).size === 1 ? named : [];
}
