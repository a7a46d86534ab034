import { absolute, compare, equal, fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { inBrackets, said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { timeOf } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { intervalOf, twiceCloseness, type Closeness, type Interval } from './closeness.ts';
import {
  asFine,
  between,
  growthCloseness,
  growthFinding,
  growthOf,
  sameUnit,
  signed,
} from './growth-finding.ts';
import { isBase, isCarried, isCompared, isPast } from './growth-pairs.ts';
import { placeOfStatement } from './places.ts';

/** The figure a change names as its base, and every figure that may have changed. */
export interface Compared {
  readonly change: Statement;
  readonly base: Statement;
  readonly nows: readonly Statement[];
  /** The present value stands too far away to accuse. */
  readonly far?: boolean;
}

const level = (other: Statement): boolean =>
  other.role === 'level' || (other.role === 'share' && other.figure.unit.dimension === 'rate');

/** 比上年902件多142件: the base right before; 增长20%（上年同期517件）: the base right after. */
export function comparedIn(
  change: Statement,
  near: readonly Statement[],
  [next, following]: readonly Statement[],
): Compared | undefined {
  const before = near.at(-1);
  const base =
    before &&
    before.sentence === change.sentence &&
    before.depth <= change.depth &&
    level(before) &&
    isNamedBase(before)
      ? before
      : next &&
          next.sentence === change.sentence &&
          level(next) &&
          isBaseAfter(next) &&
          !isOfNext(next, change, following)
        ? next
        : undefined;
  if (!base) return undefined;
  const same = near.filter(
    (other) =>
      other !== base &&
      level(other) &&
      !isBase(other) &&
      !isBaseAfter(other) &&
      other.figure.unit.dimension === base.figure.unit.dimension,
  );
  const own = same.filter((other) => other.sentence === change.sentence);
  // 零售额增长2.6%，增速较8月的1.1%提高: the sentence says itself what rose, and no rate of another sentence did.
  if (own.length === 0 && change.figure.unit.dimension === 'points' && near.some(isGrowthBeside(change)))
    return undefined;
  const nows = (own.length > 0 ? own : same).filter((other) => !other.figure.approximate);
  return nows.length === 0 ? undefined : { change, base, nows };
}

const isGrowthBeside =
  (change: Statement) =>
  ({ role, figure, sentence }: Statement): boolean =>
    role === 'change' && figure.unit.dimension === 'rate' && sentence === change.sentence;

const isNamedBase = (before: Statement): boolean =>
  isCompared(before) || (isPast(before) && /上年|去年|上期|同期|上月|上季/.test(before.subject));

/** In brackets with a period of its own, or said to be of last year. */
function isBaseAfter(next: Statement): boolean {
  const subject = tight(next.subject);
  if (next.opens || next.figure.approximate || isCarried(next)) return false;
  // 恢复到2019年同期(214.6万人次)的86.9%: the bracket is of those words.
  return /^[(][^()]{0,24}$/.test(subject)
    ? timeOf(subject) !== undefined && !/其中|含|计划|预算/.test(subject)
    : /^[(]?(?:而|其中|以)?(?:上年|去年|上期|同期|上月)/.test(subject);
}

/** 下降15.56%；较上年16万元下降5%: this base is of the change that comes after it. */
const isOfNext = (base: Statement, change: Statement, following: Statement | undefined): boolean =>
  base.depth <= change.depth &&
  (base.segment !== change.segment ||
    (following?.role === 'change' &&
      following.paragraph === base.paragraph &&
      following.segment === base.segment));

interface Tried {
  readonly now: Statement;
  readonly computed: Interval;
  readonly verdict: Closeness;
}

const FAR = fraction(60);

/** A growth rate against its base: whichever figure bears it out is meant; only one that stands alone accuses. */
export function rateFromBase({ change, base, nows, far = false }: Compared): readonly Finding[] {
  const tried = nows.flatMap((now): readonly Tried[] => {
    const computed = growthOf(
      intervalOf(asFine(now.figure, base.figure)),
      intervalOf(asFine(base.figure, now.figure)),
    );
    return computed ? [{ now, computed, verdict: growthCloseness(change, computed) }] : [];
  });
  // 520艘次 may be set against 500次, but only like units accuse.
  const held = tried.filter(
    (each) => each.verdict !== 'contradiction' || sameUnit(each.now.figure, base.figure),
  );
  const { tried: best, unsure } = bestOf(
    held,
    held.filter((each) => compare(absolute(each.computed.middle), FAR) <= 0),
  );
  if (!best) return [];
  const working = `(${said(best.now.figure)} − ${said(base.figure)}) ÷ ${said(base.figure)}`;
  return [
    growthFinding({
      change,
      computed: best.computed,
      now: best.now,
      other: base,
      working,
      unsure: unsure || far,
    }),
  ];
}

function bestOf<Each extends { readonly verdict: Closeness }>(
  tried: readonly Each[],
  plausible: readonly Each[],
): { readonly tried: Each | undefined; readonly unsure: boolean } {
  const held =
    tried.find((each) => each.verdict === 'consistent') ?? tried.find((each) => each.verdict === 'rounding');
  if (held) return { tried: held, unsure: false };
  const only = tried.length === 1 ? tried[0] : plausible.length === 1 ? plausible[0] : undefined;
  return { tried: only ?? plausible[0], unsure: only === undefined };
}

/** A difference against its base: 比上年902件多142件, 较上年28.1%下降2.7个百分点. */
export function differenceFromBase({ change, base, nows }: Compared): readonly Finding[] {
  // 低于4.5%的控制目标1.3个百分点 says its direction before the base.
  const towards = base.subject.trim().endsWith('低于') ? -1 : change.direction;
  const stated = signed({ ...change, direction: towards });
  const alike = nows.filter((now) => sameUnit(now.figure, base.figure));
  const tried = alike.map((now) => {
    const step = between(now.figure.value, base.figure.value, stated);
    const decimals = Math.max(now.figure.decimals, base.figure.decimals);
    const scale = decimals === now.figure.decimals ? now.figure.unit : base.figure.unit;
    const finer =
      change.figure.unit.dimension === 'points'
        ? { ...change.figure, value: step, decimals }
        : { ...change.figure, value: step, decimals, unit: scale };
    const verdict: Closeness = equal(stated, step)
      ? 'consistent'
      : twiceCloseness({ ...change.figure, value: stated }, finer);
    return { now, step, verdict };
  });
  const far = (value: typeof stated): boolean => compare(absolute(value), absolute(base.figure.value)) > 0;
  const { tried: best, unsure } = bestOf(
    tried,
    tried.filter((each) => !far(each.step)),
  );
  if (!best) return [];
  const verdict = unsure && best.verdict === 'contradiction' ? 'doubtful' : best.verdict;
  const { unit } = change.figure;
  const ask = verdict === 'doubtful' ? '；请说明以哪个数为基数' : '';
  const printed = inUnit(best.step, unit);
  const calc = `${towards === 1 ? '增加' : '减少'}${said(change.figure)}；${said(best.now.figure)} − ${inBrackets(base.figure)} = ${printed}${unit.text}${ask}`;
  const where = [change, best.now, base].map(placeOfStatement);
  return [finding({ kind: 'growth', verdict, a: stated, b: best.step, unit, calc, where })];
}
