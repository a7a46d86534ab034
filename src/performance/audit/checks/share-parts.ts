import { sum } from '#lib/fraction.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

// No sentence lists more shares in a row.
const MOST = 8;

/**
 * 游客62万人次、收入4.8亿元，占12.9%和12.8%: shares joined by 和 are of as many amounts before them, in their order, with or
 * without 分别; a share alone is of the figure before it. Undefined where the amounts are not as many.
 */
export function pairedPart(statements: readonly Statement[], at: number): Statement | undefined {
  let from = at;
  while (at - from < MOST && isJoined(statements[from], statements[from - 1])) from -= 1;
  let to = at;
  while (to - at < MOST && isJoined(statements[to + 1], statements[to])) to += 1;
  const count = to - from + 1;
  if (count === 1) return beforeBracket(statements, at);
  const parts = statements.slice(Math.max(0, from - count), from);
  const first = statements[from];
  const fits =
    parts.length === count &&
    parts.every((part) => isAmount(part) && first && part.segment === first.segment && isBeside(part, first));
  return fits ? parts[at - from] : undefined;
}

/** 答复58件（其中书面答复21件），占40%: what stands behind a bracket is of the figure before it. */
function beforeBracket(statements: readonly Statement[], at: number): Statement | undefined {
  const depth = statements[at]?.depth ?? 0;
  let before = at - 1;
  while ((statements[before]?.depth ?? 0) > depth) before -= 1;
  return statements[before];
}

/** The share that is said of a count, behind its bracket or within it. */
export function shareBehind(statements: readonly Statement[], at: number): Statement | undefined {
  const depth = statements[at]?.depth ?? 0;
  let behind = at + 1;
  if (statements[behind]?.role !== 'share') while ((statements[behind]?.depth ?? 0) > depth) behind += 1;
  const share = statements[behind];
  return share?.role === 'share' && share.depth >= depth ? share : undefined;
}

const isFollower = (each: Statement | undefined, before: Statement | undefined): boolean =>
  each?.figure.unit.dimension === 'rate' &&
  before !== undefined &&
  isBeside(before, each) &&
  /^[和与及、]?$/.test(tight(each.subject));

/** 分别占20.0%、15.0%和7.5%: the shares of a list, in its order and judged with it. */
export function isDistributed(statements: readonly Statement[], at: number): boolean {
  let from = at;
  while (at - from < MOST && isFollower(statements[from], statements[from - 1])) from -= 1;
  const isSeveral = from < at || isFollower(statements[at + 1], statements[at]);
  return isSeveral && /分别/.test(statements[from]?.subject ?? '');
}

const isBeside = (a: Statement, b: Statement): boolean =>
  a.paragraph === b.paragraph && a.sentence === b.sentence;

const isJoined = (next: Statement | undefined, before: Statement | undefined): boolean =>
  next !== undefined &&
  before !== undefined &&
  isBeside(before, next) &&
  next.figure.unit.dimension === 'rate' &&
  before.figure.unit.dimension === 'rate' &&
  next.role === 'share' &&
  before.role === 'share' &&
  /^[和与及、]$/.test(tight(next.subject));

/** 甲30件、乙20件，占50%: the share may be of the whole list before it. */
export function listedBefore(statements: readonly Statement[], at: number): Statement {
  const last = statements[at - 1] as Statement;
  let from = at - 1;
  while (
    statements[from]?.mark === '、' &&
    isAmount(statements[from - 1] ?? last) &&
    statements[from - 1]?.sentence === last.sentence
  )
    from -= 1;
  const parts = statements.slice(from, at);
  return {
    ...last,
    subject: parts.map((part) => part.subject).join('、'),
    figure: {
      ...last.figure,
      value: sum(parts.map((part) => part.figure.value)),
      printed: parts.map((part) => part.figure.printed).join(' + '),
    },
  };
}

export const isAmount = (statement: Statement): boolean =>
  statement.role === 'level' &&
  // 每千人6.3户 is a density: neither a part nor a whole.
  !/均|每[百千万]/.test(statement.subject) &&
  ['count', 'money'].includes(statement.figure.unit.dimension) &&
  !statement.figure.approximate;
