import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import type { Commitment } from '#catalogue/index.ts';
import { workingTerm } from '../clocks.ts';
import { refuseMissing } from '../file/accept.ts';
import type { CaseFile } from '../file/case-file.ts';
import { namesIn } from '../file/paper.ts';

/** The papers that are promised instead of brought. Refuses when another lacks, or when none of them does. Pure. */
export function promisedPapers(
  mine: Pick<CaseFile, 'papers'>,
  { replaces }: Pick<Commitment, 'replaces'>,
): ReadonlySet<string> {
  refuseMissing(mine, new Set(replaces));
  const names = namesIn(mine.papers, 'missing');
  if (replaces.length > 0 && names.length === 0) refuse('cases.nothing-promised');
  return new Set(names);
}

/** Until when a promise is looked at: so many working days after the decision. Pure. */
export function checkTerm(decidedAt: Instant, within: number, calendar: CalendarTable) {
  const { clock, dueOn } = workingTerm(decidedAt, within, calendar);
  return { checkClock: clock, checkDueOn: dueOn };
}
