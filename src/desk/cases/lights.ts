import type { Light } from './words.ts';

/** While the firm's promise runs; what waits for the applicant's own works stands still. */
const UTILITIES_RUN = ['asked', 'answered'] as const;

const DAY = 24 * 3_600_000;

/**
 * The light of a branch on the page of its case, by the clock on the wall: what is due within a day is near. Lists and boards
 * have the server's, which knows the working days.
 */
export function lightAt(dueAt: string, now: number): Light {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return 'red';
  return left <= DAY ? 'yellow' : 'green';
}

/** The dates of records that have a light in the common lists, and while which of their states. */
const LIT: Readonly<Record<string, readonly string[]>> = {
  'utility-connection.dueAt': UTILITIES_RUN,
};
/** The light of a date that a list shows; nothing for any other, nor when its clock no longer runs. */
export function lightOfDate(
  column: string,
  { value, state }: { readonly value: unknown; readonly state: string | undefined },
  now: number,
): Light | null {
  const isRunning = state !== undefined && LIT[column]?.includes(state) === true;
  return isRunning && typeof value === 'string' ? lightAt(value, now) : null;
}
