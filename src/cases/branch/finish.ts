import { change, type Write } from '#lib/action/action.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { branch, type Branch } from './branch.ts';
import { askedBranch } from './clock.ts';

const isOver = ({ state }: Branch): boolean =>
  state === 'agreed' || state === 'objected' || state === 'released';

interface Finished {
  readonly mine: Branch;
  readonly caseFile: CaseFile;
  /** All branches of the case, this one among them, as they were read. */
  readonly all: readonly Branch[];
  readonly calendar: CalendarTable;
  readonly now: Instant;
}

/**
 * What follows when a branch is answered: the next stage begins when its own is over, and with the last branch the
 * examination is done. The case is the root, so that two last branches at one moment finish it exactly once. Pure.
 */
export function afterAnswer({ mine, caseFile: file, all, calendar, now }: Finished): readonly Write[] {
  const open = all.filter((each) => each.kind === 'opinion' && each.id !== mine.id && !isOver(each));
  const next = Math.min(...open.map(({ stage }) => stage));
  const isStageOver = next > mine.stage;
  const begun = isStageOver ? open.filter((each) => each.stage === next && each.state === 'waiting') : [];
  return [
    change(caseFile, file, {
      openBranches: open.length,
      ...(open.length === 0 ? { examinedAt: now } : {}),
    }),
    ...begun.map((each) => change(branch, each, askedBranch(each, file, { calendar, now }))),
  ];
}
