import type { FindingKind } from '../audit.ts';
import { changedThing, isBase } from '../checks/growth-pairs.ts';
import { sameUnit } from '../checks/growth-finding.ts';
import { tight } from '../text/fold.ts';
import type { Figure } from '../text/figure.ts';
import { coreName } from '../text/names.ts';
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
 * 粮食收入3.18亿元（上年3.08亿元）；工业增加值增长11.9%: behind a semicolon or a full stop a change has left the figures
 * before it, unless they have its name, or that of the figure beside it.
 */
export function isOfAnotherClause([accused, ...others]: readonly Statement[]): boolean {
  if (accused?.role !== 'change') return false;
  const isHere = (other: Statement): boolean => other.segment === accused.segment;
  const gone = others.filter((other) => !isHere(other));
  const beside = others
    .filter((other) => isHere(other) && other.depth <= accused.depth && !isBase(other))
    .map(wordsOf);
  // A bracket goes with its own sentence.
  if (beside.length > 0 && gone.some(({ depth }) => depth > accused.depth)) return true;
  // A period that another clause named is not enough to be last year's.
  const left = gone.filter(({ subject }) => !PAST.test(subject));
  // 完成目标55家的109%；全县企业100家，比上年净增8家: a plan is no last year.
  if (left.some(isBase)) return true;
  const names = [changedThing(accused), ...beside].filter((name) => name.length >= 2);
  return names.length > 0 && left.some((other) => !names.some((name) => shareWord(wordsOf(other), name)));
}

/** 好评8737条；满意率90.7%: a rate behind a semicolon is of figures that have a word of its name. */
export function isRateOfAnotherClause([accused, ...others]: readonly Statement[]): boolean {
  if (accused?.role !== 'level' || accused.figure.unit.dimension !== 'rate') return false;
  const name = coreName(accused.subject).replace(/[率度]$/, '');
  return (
    name.length >= 2 &&
    others.every((other) => other.segment !== accused.segment && !shareWord(wordsOf(other), name))
  );
}

/** 评价量27万条，好评26万条，好评率97%，回访满意率96%: two counts that answer the rate of another name beside them answer no second. */
export const isPairOfAnother = (
  [accused, top, under]: readonly Statement[],
  near: readonly Statement[],
  isRate: (rate: Statement, top: Figure, under: Figure) => boolean,
): boolean =>
  accused?.role === 'level' &&
  top !== undefined &&
  under !== undefined &&
  near.some(
    (other) =>
      other.sentence === accused.sentence &&
      other.role === 'level' &&
      other.figure.unit.dimension === 'rate' &&
      nameOfRate(other) !== nameOfRate(accused) &&
      shareWord(nameOfRate(other), wordsOf(top)) &&
      isRate(other, top.figure, under.figure),
  );
const nameOfRate = ({ subject }: Statement): string => coreName(subject).slice(-6);

/**
 * 条 over 件 in two clauses; or a whole per cent, of which there are many, of a base behind a semicolon without a word of
 * what it is the base of: perhaps not its base.
 */
export function isOfUnlikeThings([rate, top, under]: readonly Statement[]): boolean {
  if (top?.role !== 'level' || under?.role !== 'level' || top.segment === under.segment) return false;
  if (!sameUnit(top.figure, under.figure)) return true;
  const name = `${wordsOf(top)} ${coreName(rate?.subject ?? '')}`;
  return rate?.figure.decimals === 0 && top.segment === rate.segment && !shareWord(wordsOf(under), name);
}

const wordsOf = (other: Statement): string =>
  other.role === 'change' ? changedThing(other) : coreName(other.subject) + tight(other.after);

const PAST = /上年|去年|上期|同期|上月|上季|上周|上一/;
const MEAN = /人均|户均|日均|月均|年均|平均|均(?:值|为)?$/;

/** 未结427件 is no earlier value of 人均结案246.7件. */
export const isMeanBesideCount = ([, ...levels]: readonly Statement[]): boolean => {
  const means = levels
    .filter(({ role, figure }) => role === 'level' && figure.unit.dimension === 'count')
    .map(({ subject }) => MEAN.test(tight(subject)));
  return means.includes(true) && means.includes(false);
};

const LOSS = /净流出|亏损|亏额|逆差|赤字|净支出|净减少|净下降|净回笼/;
const GAIN = /净流入|盈利|盈余|利润|收益|顺差|结余|净收入|净增|净投放/;
/** 净流出2.14亿元，上年净流入0.63亿元，减少2.77亿元: the words are the signs. */
export const areOpposite = ([, ...levels]: readonly Statement[]): boolean =>
  levels.some(({ subject }) => LOSS.test(subject)) &&
  levels.some(({ subject }) => GAIN.test(subject) && !LOSS.test(subject));
