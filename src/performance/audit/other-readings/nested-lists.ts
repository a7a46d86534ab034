import { sumCloseness } from '../checks/closeness.ts';
import { sameUnit } from '../checks/growth-finding.ts';
import type { Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';

// A list with lists inside has no more members that a reader could follow.
const MOST = 14;

const DETAIL = /^(?:[(:：]|主要|具体|其中|包[括含]|含|用于|即|由|分为|分别|涉及)/;

/**
 * 支出30万元，其中基本支出20万元，主要是人员15万元、公用5万元；项目支出10万元: does the total follow once the members that
 * only detail another member are left out? They come to that member, or say themselves that they detail it.
 */
export function isOfNestedList(
  total: Statement,
  parts: readonly Statement[],
  near: readonly Statement[],
): boolean {
  const [first] = parts.toSorted((a, b) => a.start - b.start);
  if (!first) return false;
  const isAfter = first.start > total.start;
  const run = [...new Set([...parts, ...near])]
    .filter(
      (each) =>
        each.sentence === first.sentence &&
        each.start >= first.start &&
        (isAfter || each.end <= total.start) &&
        sameUnit(each.figure, total.figure),
    )
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST);
  const last = run.findLastIndex((each) => parts.includes(each));
  return addsUp(total.figure, run, { taken: [], beyond: run.length - last });
}

interface Sofar {
  readonly taken: readonly Figure[];
  /** What may be left over: more than this, and a stated part would have no place. */
  readonly beyond: number;
}

/** Takes the next member, leaves out what details it, and tries again. */
function addsUp(total: Figure, run: readonly Statement[], { taken, beyond }: Sofar): boolean {
  const isAll = taken.length > 1 && run.length < beyond;
  if (isAll && sumCloseness(total, taken).verdict === 'consistent') return true;
  const [next, ...rest] = run;
  if (!next) return false;
  return [0, ...detailsOf(next, rest)].some((count) =>
    addsUp(total, rest.slice(count), { taken: [...taken, next.figure], beyond }),
  );
}

/** How many of those behind a member may detail it. */
function detailsOf(member: Statement, rest: readonly Statement[]): readonly number[] {
  const isSaid = DETAIL.test(tight(rest[0]?.subject ?? ''));
  return rest.flatMap((last, at) => {
    const run = rest.slice(0, at + 1).map(({ figure }) => figure);
    const isSum = run.length > 1 && sumCloseness(member.figure, run).verdict === 'consistent';
    const isInClause = isSaid && last.segment === rest[0]?.segment;
    return isSum || isInClause ? [at + 1] : [];
  });
}
