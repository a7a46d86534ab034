import { clockOf, due, type CalendarTable, type Clock } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Branch } from './branch.ts';

type OfCase = Pick<CaseFile, 'legalClock' | 'promisedClock'>;
type Asked = Pick<Branch, 'askedAt' | 'days' | 'isFirstReview'>;

/**
 * The clock of a branch that was asked: its own days, standing still with the clock of its case that they belong to. The days
 * of a first review are the law's (行政许可法 43), so only what the law spares moves them (45); those of any other branch are
 * a share of what was promised. Null where it was not asked or has no days. Pure.
 */
function branchClock({ askedAt, days, isFirstReview }: Asked, file: OfCase): Clock | null {
  if (askedAt === null || days === null) return null;
  const whole = isFirstReview === true ? file.legalClock : file.promisedClock;
  const pauses = (whole?.pauses ?? []).filter(({ to }) => to === null || to > askedAt);
  return clockOf(askedAt, { amount: days, unit: 'working-day' }, { pauses });
}

/** The columns of a branch that say until when; no date while it stands still without an end. Pure. */
export function timedBranch(mine: Asked, file: OfCase, calendar: CalendarTable) {
  const clock = branchClock(mine, file);
  return { clock, dueAt: clock && due(clock, calendar).dueAt } as const;
}

/** The columns of a branch asked at a moment. Pure. */
export const askedBranch = (
  mine: Omit<Asked, 'askedAt'>,
  file: OfCase,
  { calendar, now }: { readonly calendar: CalendarTable; readonly now: Instant },
) => ({ state: 'asked', askedAt: now, ...timedBranch({ ...mine, askedAt: now }, file, calendar) }) as const;
