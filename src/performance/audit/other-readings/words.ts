import type { FindingKind } from '../audit.ts';
import { changedThing, isBase, isPast } from '../checks/growth-pairs.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

const grams = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Have two names a word in common? */
export const shareWord = (a: string, b: string): boolean => grams(a).some((gram) => b.includes(gram));

/**
 * 受伤人数下降11.25% is no fall of 死亡: a change that names its thing is not measured by a step of another thing, nor by
 * other figures where one beside it has that very name.
 */
export function speaksOfAnother(
  kind: FindingKind,
  stated: readonly Statement[],
  near: readonly Statement[],
): boolean {
  const [accused, ...others] = stated as [Statement, ...Statement[]];
  if (kind !== 'growth' || accused.role !== 'change') return false;
  const thing = changedThing(accused);
  const isNamed = near.some(
    (other) => other.role === 'level' && !stated.includes(other) && shareWord(wordsOf(other), thing),
  );
  return (
    thing.length >= 2 &&
    others.some(
      (other) =>
        (other.role === 'change' || isNamed) &&
        wordsOf(other).length >= 2 &&
        !shareWord(wordsOf(other), thing),
    )
  );
}

/**
 * 粮食收入3.18亿元（上年3.08亿元）；工业增加值增长11.9%: behind a semicolon or a full stop a change that names its own
 * thing has left the figures before it.
 */
export function isOfAnotherClause([accused, ...others]: readonly Statement[]): boolean {
  if (accused?.role !== 'change') return false;
  const gone = others.filter((other) => other.segment !== accused.segment && !isPast(other));
  // 完成目标55家的109%；全县企业100家，比上年净增8家: a plan is no last year.
  if (gone.some(isBase)) return true;
  const thing = changedThing(accused);
  if (thing.length < 2) return false;
  const inClause = others.filter((other) => other.segment === accused.segment).map(wordsOf);
  return gone.some((other) => ![thing, ...inClause].some((words) => shareWord(wordsOf(other), words)));
}

const wordsOf = (other: Statement): string =>
  other.role === 'change' ? changedThing(other) : tight(other.subject + other.after);

const MEAN = /人均|户均|日均|月均|年均|平均|均(?:值|为)?$/;

/** 未结427件 is no earlier value of 人均结案246.7件. */
export const isMeanBesideCount = ([, ...levels]: readonly Statement[]): boolean => {
  const means = levels
    .filter(({ role, figure }) => role === 'level' && figure.unit.dimension === 'count')
    .map(({ subject }) => MEAN.test(tight(subject)));
  return means.includes(true) && means.includes(false);
};
