import { dayOf } from '#lib/time.ts';
import type { RecordInput } from './input.ts';

/**
 * Whether it was on time by the times the source states: only of what is closed, with a limit and a reply (or, failing
 * that, an end) to set against it. Null when one of them is unknown, and when the hour decides and was not told: an
 * answer of the very day on which the limit runs out at five.
 */
export function onTimeAsStated({
  state,
  dueAt,
  repliedAt,
  closedAt,
  dayOnly = [],
}: RecordInput): boolean | null {
  const answeredAt = repliedAt ?? closedAt;
  if (state !== 'closed' || dueAt === undefined || answeredAt === undefined) return null;
  const isHourUnknown = dayOnly.includes(repliedAt === undefined ? 'closedAt' : 'repliedAt');
  if (isHourUnknown && !dayOnly.includes('dueAt') && dayOf(answeredAt) === dayOf(dueAt)) return null;
  return answeredAt <= dueAt;
}
