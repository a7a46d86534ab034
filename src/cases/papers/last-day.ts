import { dayOf, formatDay, instantOf, millis, type Instant } from '#lib/time.ts';

/** A limit may end with the midnight after its last day: people name the day. */
export const lastDay = (dueAt: Instant): string => formatDay(dayOf(instantOf(millis(dueAt) - 1)));
