import { compare } from '#lib/fraction.ts';
import { isCarried, isPast } from '../checks/growth-pairs.ts';
import type { Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { isWhole } from '../text/units.ts';
import { shareWord } from './words.ts';

type Stated = readonly [Statement, ...Statement[]];

/**
 * Are these no parts of one whole? They alternate (受理86件、成功79件，受理41件、成功34件), are of another year than the
 * total, have no names, or one of them is measured against another by a rate beside them.
 */
export const areNoParts = (
  stated: readonly Statement[],
  near: readonly Statement[],
  isRate: (rate: Statement, top: Figure, under: Figure) => boolean,
): boolean => {
  const [total, ...parts] = stated as Stated;
  return (
    doAlternate(parts, near) ||
    (!isCarriedAndNew(parts) && parts.some((part) => isOfOtherYear(part, total))) ||
    parts.every(({ subject }) => /^[(（]?$/.test(tight(subject))) ||
    isBetweenThem(total, parts) ||
    near.some((rate) => isBeforeBracket(rate, total, parts)) ||
    (!LEFT_OVER.test(coreName(total.subject)) && near.some((rate) => isBetween(rate, parts, isRate)))
  );
};

/** What was done, as the last two characters of a name: 县级受理, 乡镇受理. */
const doneIn = ({ subject }: Statement): string => coreName(subject).slice(-2);

function doAlternate(parts: readonly Statement[], near: readonly Statement[]): boolean {
  const from = Math.min(...parts.map(({ start }) => start));
  const { sentence } = parts[0] ?? {};
  const beside = near.filter(
    (each) => each.sentence === sentence && each.start > from && each.role === 'level',
  );
  const all = [...new Set([...parts, ...beside])].toSorted((a, b) => a.start - b.start).map(doneIn);
  const twice = new Set(all.filter((name, at) => name.length === 2 && all.indexOf(name) < at));
  const turns = all.filter((name) => twice.has(name));
  const ofParts = new Set(parts.map(doneIn));
  return (
    twice.size > 1 &&
    turns.every((name, at) => at < twice.size || name === turns[at - twice.size]) &&
    [...twice].filter((name) => ofParts.has(name)).length > 1
  );
}

/** 查出1937条，整改1909条，整改率98.6%，剩余38条: what is left is a whole less what was done of it. */
const LEFT_OVER = /^(?:剩余|其余|余下|尚余|尚有|结余|节约|节余)/;

/** 上年结转26件、新收386件: with what the year brought itself, what it took over is a part like another. */
const isCarriedAndNew = (parts: readonly Statement[]): boolean =>
  parts.some(isCarried) &&
  parts.some(({ subject }) => /新(?:收|增|受理|立案)|本年|当年|今年/.test(tight(subject)));

const DATED = /^[(（](?:(?:19|20)\d\d年|上年|去年|同期)[^:：]{0,6}[:：]/;
const YEAR = /^(?:19|20)\d\d年/;
/** (2020年：业务收入6725万元): a bracket that names its year is of that year. */
function isOfOtherYear(part: Statement, total: Statement): boolean {
  if (DATED.test(tight(part.subject))) return true;
  const [own, other] = [YEAR.exec(total.period)?.[0], YEAR.exec(part.period)?.[0]];
  if (own !== undefined && other !== undefined) return own !== other;
  const isBefore = (each: Statement): boolean => isPast(each) || isCarried(each);
  return isBefore(part) !== isBefore(total) || (other !== undefined && part.depth > total.depth);
}

/** 人均支出13942元，其中城镇16218元、农村11036元: what lies between its parts is their mean. */
export const isBetweenThem = ({ figure }: Statement, parts: readonly Statement[]): boolean => {
  if (isWhole(figure.unit)) return false;
  const signs = parts.map((part) => compare(part.figure.value, figure.value));
  return signs.some((sign) => sign >= 0) && signs.some((sign) => sign < 0);
};

/** 支出93万元，为预算的103%（预算90万元、追加3万元）: the bracket is of the rate that stands before it. */
const isBeforeBracket = (rate: Statement, total: Statement, parts: readonly Statement[]): boolean =>
  rate.figure.unit.dimension === 'rate' &&
  rate.role !== 'change' &&
  rate.paragraph === total.paragraph &&
  rate.start > total.start &&
  rate.depth === total.depth &&
  parts.every(({ start, depth }) => start > rate.start && depth > total.depth);

/** 一审286件，调解143件，调解率50.0%: the second is of the first, not beside it. */
const isBetween = (
  rate: Statement,
  parts: readonly Statement[],
  isRate: (rate: Statement, top: Figure, under: Figure) => boolean,
): boolean =>
  rate.figure.unit.dimension === 'rate' &&
  rate.role === 'level' &&
  rate.sentence === parts[0]?.sentence &&
  parts.some((top) =>
    parts.some(
      (under) =>
        under.start < top.start &&
        shareWord(coreName(rate.subject), coreName(top.subject)) &&
        isRate(rate, top.figure, under.figure),
    ),
  );
