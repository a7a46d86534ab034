import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';

/** A name that is no longer used, and the first day on which it was not. */
export interface FormerName {
  readonly name: string;
  readonly until: Day;
}

/**
 * The day a change of an organisation or division takes effect; today when none was said.
 * Refuses days to come (the register shows what is, not what is planned) and days before it existed.
 */
export function effectiveOn(said: Day | undefined, since: Day | null, now: Instant): Day {
  const today = dayOf(now);
  const on = said ?? today;
  if (on > today) refuse('organisations.future', { on });
  if (since !== null && on < since) refuse('organisations.before-beginning', { on, since });
  return on;
}

/** The day something began: unknown stays unknown. */
export const beganOn = (said: Day | undefined, now: Instant): Day | null =>
  said === undefined ? null : effectiveOn(said, null, now);
