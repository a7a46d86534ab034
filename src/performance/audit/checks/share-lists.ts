import { compare, sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { shownName } from '../text/shown-name.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness, type Closeness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { saysTotal } from './part-words.ts';
import { plainPlace } from './places.ts';
import { leftOver } from './shares-of-all.ts';
import type { NamedBase } from './share-bases.ts';

/** A member of a list with its share. */
export interface ListedShare {
  readonly share: Statement;
  readonly part: Statement;
  readonly base: NamedBase;
}

/** What a list of shares says of itself. */
export interface JudgedShares {
  readonly findings: readonly Finding[];
  /** The shares that were judged with their list, and need no judgement of their own. */
  readonly shares: ReadonlySet<Statement>;
}

// Of fewer shares nobody knows which is the wrong one.
const LEAST = 3;
// A list of shares has had its total within so many figures.
const BACK = 24;

/**
 * Shares of one list are of one whole, which part ÷ share gives back: where most of them agree on a stated total, one that
 * does not is wrong; where all of them agree on their own sum, a stated total that they do not fit is.
 */
export function shareLists(listed: readonly ListedShare[], statements: readonly Statement[]): JudgedShares {
  const at = new Map(statements.map((each, index) => [each, index] as const));
  const judged = runsOf(listed, ordinals(statements)).map((run) =>
    judge(run, totalsBefore(run[0]?.part, { statements, at })),
  );
  return {
    findings: judged.flatMap(({ findings }) => findings),
    shares: new Set(judged.flatMap(({ shares }) => [...shares])),
  };
}

export type Run = readonly ListedShare[];

/** Paragraphs that have figures are counted; a heading between two of them is none. */
export function ordinals(statements: readonly Statement[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { paragraph } of statements) if (!found.has(paragraph)) found.set(paragraph, found.size);
  return found;
}

function runsOf(listed: readonly ListedShare[], at: ReadonlyMap<number, number>): readonly Run[] {
  const runs: ListedShare[][] = [];
  for (const each of listed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn =
      last !== undefined &&
      (at.get(each.share.paragraph) ?? 0) - (at.get(last.share.paragraph) ?? 0) <= 1 &&
      !each.part.opens &&
      last.share !== each.share &&
      each.part.depth === last.part.depth &&
      each.part.figure.unit.text === last.part.figure.unit.text &&
      each.base.whole === last.base.whole &&
      (each.base.name === last.base.name || each.base.name === '');
    if (run && goesOn) run.push(each);
    else runs.push([each]);
  }
  return runs.filter((run) => run.length >= LEAST);
}

const NOTHING: JudgedShares = { findings: [], shares: new Set() };

function judge(run: Run, stated: readonly Statement[]): JudgedShares {
  const [first] = run as readonly [ListedShare, ...Run];
  if (run.some(({ part, share }) => part.figure.approximate || share.figure.approximate)) return NOTHING;
  const agreeing = (whole: Figure): Run => run.filter((each) => fit(each, whole) !== 'contradiction');
  const best = stated
    .map((whole) => ({ whole, held: agreeing(whole.figure) }))
    .toSorted((a, b) => b.held.length - a.held.length)[0];
  if (best && isBorneOut(best.held, run)) {
    const isElsewhere = ({ share, part }: ListedShare): boolean =>
      [...stated, ...run.map((each) => each.part)].some(
        (other) => other !== part && fit({ share, part }, other.figure) === 'consistent',
      );
    const others = run.filter((each) => !best.held.includes(each));
    // Two and more that do not fit may be of a total of their own.
    const wrong =
      others.length === 1 ? others.filter((each) => !isElsewhere(each) && isAmong(each, run)) : [];
    const left = others.length === 0 ? leftOver(run, best.whole) : [];
    return {
      findings: [...left, ...wrong.map((each) => oneWrong(each, best.whole, best.held.length))],
      shares: new Set(wrong.map(({ share }) => share)),
    };
  }
  const left = best && best.held.length === run.length ? leftOver(run, best.whole) : [];
  if (left.length > 0) return { findings: left, shares: new Set() };
  const own = { ...first.part.figure, value: sum(run.map(({ part }) => part.figure.value)) };
  const total = totalOf(first, stated);
  if (!total || agreeing(own).length < run.length || compare(total.figure.value, own.value) === 0)
    return NOTHING;
  if (!run.some(({ share }) => share.figure.decimals > 0)) return NOTHING;
  if (run.length - agreeing(total.figure).length < 2) return NOTHING;
  return { findings: [wrongTotal(run, total, own)], shares: new Set(run.map(({ share }) => share)) };
}

/** Beside a member below the same heading. */
const isAmong = (each: ListedShare, run: Run): boolean => {
  const at = run.indexOf(each);
  return [run[at - 1], run[at + 1]].some((other) => other?.part.section === each.part.section);
};

const fit = ({ share, part }: Pick<ListedShare, 'share' | 'part'>, whole: Figure): Closeness => {
  const computed = percentOf(part.figure, whole);
  return computed ? rateCloseness(share.figure, computed) : 'contradiction';
};

/** Three and two thirds of the list; whole per cents fit by accident. */
const isBorneOut = (held: Run, run: Run): boolean =>
  held.filter(({ share }) => share.figure.decimals > 0).length >= LEAST && held.length * 3 >= run.length * 2;

interface Told {
  readonly statements: readonly Statement[];
  readonly at: ReadonlyMap<Statement, number>;
}
function totalsBefore(part: Statement | undefined, { statements, at }: Told): readonly Statement[] {
  const index = part ? (at.get(part) ?? 0) : 0;
  return statements
    .slice(Math.max(0, index - BACK), index)
    .filter(
      ({ role, figure }) =>
        role === 'level' && !figure.approximate && part !== undefined && sameUnit(figure, part.figure),
    );
}

/** The total the list divides: what 其中 goes back to, or the last total said before it. */
function totalOf({ part, base }: ListedShare, stated: readonly Statement[]): Statement | undefined {
  const last = stated.at(-1);
  if (part.opens && last?.paragraph === part.paragraph) return last;
  return base.name.length < 2 ? (stated.findLast(saysTotal) ?? (base.whole ? last : undefined)) : undefined;
}

function oneWrong({ share, part }: ListedShare, whole: Statement, held: number): Finding {
  const { unit } = share.figure;
  const decimals = Math.max(2, share.figure.decimals);
  const b = percentOf(part.figure, whole.figure)?.middle ?? share.figure.value;
  const verdict = fit({ share, part }, whole.figure);
  const working = `${shownName(part.subject)}${said(part.figure)} ÷ ${shownName(whole.subject)}${said(whole.figure)} = ${inUnit(b, unit, decimals)}%`;
  const calc = `占比${said(share.figure)}；${working}；同列其他${held}项占比均以该数为基数`;
  const where = [share, part, whole].map(plainPlace);
  return finding({ kind: 'rate', verdict, a: share.figure.value, b, unit, decimals, calc, where });
}

/** 1 % off, 5 % off: a slip of the pen in the total is as likely as a list of something less. */
function wrongTotal(run: Run, total: Statement, own: Figure): Finding {
  const [first] = run as readonly [ListedShare, ...Run];
  const { unit } = total.figure;
  const shown = `${inUnit(own.value, unit)}${unit.text}`;
  const isSaid = first.part.opens && saysTotal(total);
  const ask = isSaid ? '' : '；请说明占比以哪个总数为基数';
  const calc = `${shownName(total.subject)}${said(total.figure)}；其后${run.length}项之和为${shown}，各项占比均以${shown}为基数${ask}`;
  const where = [total, ...run.flatMap(({ part, share }) => [part, share])].map(plainPlace);
  const a = total.figure.value;
  const draft = { kind: 'rate', a, b: own.value, unit, calc, where } as const;
  return finding(
    isSaid ? { ...draft, verdict: 'contradiction' } : { ...draft, verdict: 'doubtful', severity: 'minor' },
  );
}
