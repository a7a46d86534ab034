import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { saysTotal } from './part-words.ts';
import { isAnswered } from './inline-rates.ts';
import { isBase, isPast } from './growth-pairs.ts';
import { shareOf, type Tried } from './share-finding.ts';
import { ordinals, shareLists } from './share-lists.ts';
import { isOfOwnList } from './shares-of-lists.ts';
import { sharesOver } from './shares-over.ts';
import { isAmount, isDistributed, listedBefore, pairedPart, shareBehind } from './share-parts.ts';
import {
  isBeginning,
  isNamedBy,
  isPlainlyNamedBy,
  namedBase,
  sectionCounts,
  type NamedBase,
} from './share-bases.ts';

/** A share, the part it is of, and every total it may be a share of. */
interface ShareCase {
  readonly share: Statement;
  readonly part: Statement;
  readonly tried: readonly Tried[];
  readonly base: NamedBase;
  /** Totals of that name in the section before. */
  readonly far: readonly Tried[];
}

/** Shares: 咨询30件，占52.7%. The whole is the total the sentence began with, or the one the other shares are of. */
export function textShares(statements: readonly Statement[]): readonly Finding[] {
  const cases = casesIn(statements);
  const lists = shareLists(cases, statements);
  const byParagraph = new Map<number, ShareCase[]>();
  for (const each of cases)
    byParagraph.set(each.share.paragraph, [...(byParagraph.get(each.share.paragraph) ?? []), each]);
  const single = [...byParagraph.values()].flatMap((group) => {
    const common = commonWhole(group);
    return group.flatMap((each) =>
      lists.shares.has(each.share) || isOfOwnList(each, group) ? [] : shareFinding(each, common),
    );
  });
  // Where the whole is printed, each share is held to it.
  const unprinted = cases.filter(({ tried, base }) => !tried.some(({ whole }) => isNamedBy(whole, base)));
  return [...single, ...lists.findings, ...sharesOver(unprinted)];
}

function casesIn(statements: readonly Statement[]): readonly ShareCase[] {
  const found: ShareCase[] = [];
  let wholes: Statement[] = [];
  const divided = new Set<Statement>();
  const counts = sectionCounts();
  let paragraph = -1;
  // A heading is no paragraph of distance.
  const ordinal = ordinals(statements);
  const distance = (whole: Statement, each: Statement): number =>
    (ordinal.get(each.paragraph) ?? 0) - (ordinal.get(whole.paragraph) ?? 0);
  /** 求助24件，占30.5%: what has its own share is a part. */
  const shared = new Set<Statement>();
  for (const [at, statement] of statements.entries()) {
    if (statement.paragraph !== paragraph) wholes = wholes.filter((whole) => distance(whole, statement) <= 1);
    paragraph = statement.paragraph;
    const part = pairedPart(statements, at);
    if (statement.role === 'share' && isDistributed(statements, at)) continue;
    if (statement.role === 'share' && part && isPart(part, statement)) {
      const before = namedBefore(found, statement);
      const base = before?.base ?? namedBase(statement);
      // What was itself a share of that base is not the base.
      const spoken = wholes.filter(
        (whole) =>
          whole !== before?.part &&
          // 受理640件（上年同期590件）: what a bracket says of last year is the whole of nothing behind it.
          !(whole.depth > statement.depth && isPast(whole)) &&
          (!shared.has(whole) ||
            divided.has(whole) ||
            (base.name !== '' && (isNamedBy(whole, base) || isBeginning(whole, base)))),
      );
      const behind = baseBehind(statement, part, statements[at + 1]);
      const bases = behind ? [behind] : spoken;
      const listed = part === statements[at - 1] ? listedBefore(statements, at) : part;
      const tried = tryAll(statement, part, bases);
      const together = tried.some((each) => each.verdict !== 'contradiction')
        ? []
        : tryAll(statement, listed, bases);
      const useList = together.some((each) => each.verdict !== 'contradiction');
      const far = tryAll(statement, part, counts.named(base, statement));
      found.push({
        share: statement,
        part: useList ? listed : part,
        tried: useList ? together : tried,
        base,
        far,
      });
    } else if (isWhole(statement) && !isAnswered(statement, statements[at + 1])) {
      // What 其中 divides is a total, whatever it is called.
      const last = statements[at - 1];
      if (statement.opens && last && isWhole(last)) divided.add(last);
      const own = statement.opens && last?.role === 'share' ? statements[at - 2] : undefined;
      if (own && shared.has(own) && own.paragraph === statement.paragraph) divided.add(own);
      const ownShare = shareBehind(statements, at);
      if (ownShare && isPart(statement, ownShare)) shared.add(statement);
      counts.add(statement);
      wholes = remember(wholes, statement, (whole) => saysTotal(whole) || divided.has(whole));
    }
  }
  return found;
}

/** 占本年支出的90%；…占10%: a share that names nothing is of what the one before it in the sentence named. */
function namedBefore(found: readonly ShareCase[], share: Statement): ShareCase | undefined {
  if (namedBase(share).name !== '') return undefined;
  const before = found.findLast((each) => each.share.paragraph === share.paragraph);
  return before?.base.name === '' ? undefined : before;
}

/** 占GDP的21.5%（2023年GDP198.6亿元）: the bracket gives the base itself. */
const baseBehind = (share: Statement, part: Statement, next: Statement | undefined): Statement | undefined =>
  next &&
  next.sentence === share.sentence &&
  next.paragraph === share.paragraph &&
  next.depth > share.depth &&
  isAmount(next) &&
  !next.opens &&
  sameUnit(next.figure, part.figure) &&
  isNamedBy(next, namedBase(share))
    ? next
    : undefined;

/** 2022年GDP186.4亿元，2023年增加值42.7亿元: a part of another year. */
const isOfOtherTime = (whole: Statement, part: Statement): boolean =>
  whole.period !== part.period && YEAR.test(whole.period) && YEAR.test(part.period);
const YEAR = /^(?:(?:19|20)\d\d年|上年|去年)/;

const isPart = (part: Statement, share: Statement): boolean =>
  part.paragraph === share.paragraph &&
  part.sentence === share.sentence &&
  isAmount(part) &&
  !share.figure.approximate &&
  // 收入13.47亿元（上年12.69亿元），税收占比64.7%: last year's is no part of this year.
  !(part.depth > share.depth && isPast(part));
const isWhole = isAmount;

// The total a list began with must outlive the list.
const remember = (
  wholes: readonly Statement[],
  statement: Statement,
  lasts: (whole: Statement) => boolean,
): Statement[] => [
  ...wholes.filter(lasts).slice(-4),
  ...wholes.filter((whole) => !lasts(whole)).slice(-4),
  statement,
];

function tryAll(share: Statement, part: Statement, wholes: readonly Statement[]): readonly Tried[] {
  return wholes.flatMap((whole): readonly Tried[] => {
    const fits =
      whole !== part &&
      whole.figure.unit.dimension === part.figure.unit.dimension &&
      compare(whole.figure.value, part.figure.value) >= 0;
    const computed = fits ? percentOf(part.figure, whole.figure) : undefined;
    const verdict = computed && rateCloseness(share.figure, computed);
    // 人次 may be set against 人, but only like units accuse.
    const isBound = sameUnit(whole.figure, part.figure) && !isOfOtherTime(whole, part);
    return verdict && (verdict !== 'contradiction' || isBound) ? [{ whole, verdict }] : [];
  });
}

/** The total that at least two shares of the paragraph are shares of. */
function commonWhole(group: readonly ShareCase[]): Statement | undefined {
  const held = new Map<Statement, number>();
  for (const { tried } of group)
    for (const { whole, verdict } of tried)
      if (verdict !== 'contradiction') held.set(whole, (held.get(whole) ?? 0) + 1);
  const [whole, count] = [...held].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return (count ?? 0) >= 2 ? whole : undefined;
}

function shareFinding(each: ShareCase, common: Statement | undefined): readonly Finding[] {
  const { share, part, tried, base } = each;
  const totals = tried.filter(({ whole }) => whole === common || isTotalFor(whole, part, base));
  if (totals.length === 0 && each.far.length > 0) return farFinding(each);
  const divided = base.name === '' && part.opens ? dividedBy(part, tried) : undefined;
  // With whole per cents an accident is likely, so only a total may bear them out.
  const usable =
    share.figure.decimals > 0
      ? tried
      : tried.filter(
          ({ whole }) =>
            totals.some((each) => each.whole === whole) || saysTotal(whole) || whole === divided?.whole,
        );
  const held =
    usable.findLast((each) => each.verdict === 'consistent') ??
    usable.findLast((each) => each.verdict === 'rounding');
  if (held) return [shareOf(share, part, held)];
  const whole = tried.find((each) => each.whole === common) ?? totals.at(-1) ?? divided;
  if (!whole) return [];
  // Another base of the same sentence bears it out: the wording may mean that one.
  const isOfAnother = tried.some(
    (each) => each.verdict === 'consistent' && each.whole.sentence === share.sentence,
  );
  if (isOfAnother) return [];
  const unsure =
    (whole.whole !== common && whole !== divided && totals.length !== 1) ||
    !isPlainlyNamedBy(whole.whole, base);
  return [shareOf(share, part, { whole: whole.whole, verdict: 'contradiction' }, unsure)];
}

/** 手术520台，其中急诊130台，占25%: what 其中 divides stands right before it. */
const dividedBy = (part: Statement, tried: readonly Tried[]): Tried | undefined =>
  tried.findLast(
    ({ whole }) =>
      whole.sentence === part.sentence &&
      whole.start < part.start &&
      // 收入8亿元，为预算15亿元的52%；其中税收5亿元: a plan is divided by nothing.
      !isBase(whole) &&
      whole.figure.unit.text === part.figure.unit.text &&
      !whole.figure.approximate,
  );

/** The sentence's own total, or the one 占…的 names. */
const isTotalFor = (whole: Statement, part: Statement, base: NamedBase): boolean =>
  whole.paragraph === part.paragraph &&
  (base.name === ''
    ? saysTotal(whole) && whole.figure.unit.text === part.figure.unit.text
    : isNamedBy(whole, base));

/** The total stands paragraphs before: it bears the share out, or is asked about. */
function farFinding({ share, part, far }: ShareCase): readonly Finding[] {
  const held = far.find((each) => each.verdict !== 'contradiction');
  const only = far.length === 1 ? far[0] : undefined;
  if (held) return [shareOf(share, part, held)];
  return only ? [shareOf(share, part, only, true)] : [];
}
