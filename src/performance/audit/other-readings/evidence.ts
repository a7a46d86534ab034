import type { Finding } from '../audit.ts';
import { changedThing, isBase, leadOf } from '../checks/growth-pairs.ts';
import { isHandedOrPassed, saysTotal } from '../checks/part-words.ts';
import { rateNamed } from '../checks/rate-names.ts';
import { isNamedBy, namedBase } from '../checks/share-bases.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { shareWord } from './words.ts';

/** What an accusation rests on: everything, only nearness, or figures of different matters. */
export type Evidence = 'linked' | 'near' | 'none';

/**
 * Do the figures of an accusation hang together by words? Within a clause they stand side by side; beyond it a link must
 * be said (其中, 比, 占…的, 合计) or the same label words stand with both, of one period and one heading. A common unit, or
 * that both are shares, is no link.
 */
export function evidenceOf(kind: Finding['kind'], stated: readonly Statement[]): Evidence {
  const [accused] = stated;
  if (!accused || !WEIGHED.has(kind)) return 'linked';
  if (kind === 'growth' && changesAnother(accused, stated)) return 'none';
  const [, part] = stated;
  if (kind === 'rate' && part && namesAnother(part, accused)) return 'none';
  const reached = reachedFrom(accused, stated);
  const apart = stated.filter((each) => !reached.has(each));
  if (apart.length === 0) return 'linked';
  return apart.every((each) => isInSentence(each, accused)) ? 'near' : 'none';
}

/** 乡镇由5个减至4个，病死树下降26.3%: a change that names its thing is none of figures that do not. */
function changesAnother(change: Statement, stated: readonly Statement[]): boolean {
  if (change.role !== 'change' || change.mark === '') return false;
  const thing = (leadOf(change) || changedThing(change)).replace(STEPS, '');
  return (
    thing.length >= 2 &&
    stated.every((each) => each === change || !shareWord(tight(each.subject + each.after), thing))
  );
}
const STEPS = /增速|增幅|降幅|涨幅|幅度|变[化动]|增减|[由从].*$|[至到为达]$/g;

const WEIGHED: ReadonlySet<Finding['kind']> = new Set(['rate', 'growth', 'sum', 'order', 'integer']);

/** From link to link: 办结率 to 办结, and what stands beside 办结. */
function reachedFrom(accused: Statement, stated: readonly Statement[]): ReadonlySet<Statement> {
  const reached = new Set([accused]);
  for (let more = true; more;) {
    const next = stated.filter(
      (each) => !reached.has(each) && [...reached].some((known) => areLinked(known, each)),
    );
    for (const each of next) reached.add(each);
    more = next.length > 0;
  }
  return reached;
}

function areLinked(a: Statement, b: Statement): boolean {
  const isBefore = a.paragraph === b.paragraph ? a.start <= b.start : a.paragraph < b.paragraph;
  const [first, second] = isBefore ? [a, b] : [b, a];
  if (isInClause(first, second)) return !namesAnother(first, second);
  if (isOfOtherTime(first, second) || isUnderOtherHeading(first, second)) return false;
  return isSaid(first, second) || shareLabel(first, second);
}

const isInSentence = (a: Statement, b: Statement): boolean =>
  a.paragraph === b.paragraph && a.sentence === b.sentence;
const isInClause = (a: Statement, b: Statement): boolean => isInSentence(a, b) && a.segment === b.segment;

/** 投资4167万元，户数占44.2%; 税收5.61亿元，非税占比32.8%: the share names its own thing, which is not the part. */
function namesAnother(part: Statement, share: Statement): boolean {
  if (share.role !== 'share' || part.role !== 'level' || namedBase(share).name !== '') return false;
  const whole = coreName(
    (/^(.*?)(?:所?占|比重|比例)/.exec(tight(share.subject))?.[1] ?? '').replace(/分别$/, ''),
  );
  const thing = isOfOtherKind(whole, coreName(part.subject)) ? ownOf(whole, coreName(part.subject)) : whole;
  const counted = /^(.{1,2})数$/.exec(thing)?.[1];
  return (
    thing.length >= 2 &&
    !shareWord(thing, tight(part.subject) + tight(part.after)) &&
    !part.figure.unit.text.endsWith(counted ?? thing)
  );
}

/** 教育支出 is no 民生支出, 普通程序 no 简易程序: two kinds of one thing. */
const ownOf = (name: string, other: string): string => {
  let same = 0;
  while (same < Math.min(name.length, other.length) && name.at(-1 - same) === other.at(-1 - same)) same += 1;
  return name.slice(0, name.length - same);
};
const isOfOtherKind = (name: string, other: string): boolean =>
  ownOf(name, other).length >= 2 && ownOf(other, name).length >= 2;

/** A link that the words state: what 其中 opens, what something is compared with, a total, the base 占 names, a defined rate. */
function isSaid(first: Statement, second: Statement): boolean {
  if (first.paragraph === second.paragraph && (second.opens || isBase(first) || isBase(second))) return true;
  if (/上述|以上|前述|分别/.test(second.subject)) return true;
  // 收到评价52116条，评价率89.2%；满意2870条: the answers that can be given to a question.
  if (ASKED.test(first.subject) && ANSWER.test(second.subject)) return true;
  if (isHandedOrPassed(first, second)) return true;
  if (isInSentence(first, second) && /男/.test(first.subject) && tight(second.subject).startsWith('女'))
    return true;
  return [
    [first, second],
    [second, first],
  ].some(([one, other]) => one && other && isOfName(one, other));
}

const ASKED = /评价|测评|回访|调查|问卷/;
const ANSWER = /满意|好评|差评|中评/;

function isOfName(one: Statement, other: Statement): boolean {
  if (one.role === 'share') return isNamedBy(other, namedBase(one)) || saysTotal(other);
  if (saysTotal(one) && Math.abs(other.paragraph - one.paragraph) <= 1) return true;
  const rate = one.figure.unit.dimension === 'rate' ? rateNamed(tight(one.subject)) : undefined;
  const words = tight(other.subject + other.after);
  return rate !== undefined && [rate.top, ...rate.under].some((name) => name.test(words));
}

/** Words that say how a figure stands and not what it is of. */
const EMPTY =
  /占比|占|比重|比例|增长|下降|增加|减少|提高|同比|环比|[较比](?:上年|去年|同期|年初)|分别|达到|完成|实现|总|合计|[率数额量]$/g;
const labelOf = ({ subject, after }: Statement): string =>
  coreName(subject).replace(EMPTY, '') + coreName(after).replace(EMPTY, '');
const shareLabel = (a: Statement, b: Statement): boolean => shareWord(labelOf(a), labelOf(b));

const OWN = /^(?:|全年|今年|本年|当年|累计|截至)$/;
const isOfOtherTime = (a: Statement, b: Statement): boolean =>
  a.period !== b.period && !OWN.test(a.period) && !OWN.test(b.period) && !isBase(a) && !isBase(b);

const isUnderOtherHeading = (a: Statement, b: Statement): boolean =>
  a.paragraph !== b.paragraph && a.topic !== b.topic && a.section !== b.section;
