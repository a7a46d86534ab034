import { refuse } from '#lib/refusal.ts';
import { millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';

/** 应在 15 秒内接听 (GB/T 33358-2016). */
const WITHIN_SECONDS = 15;
/** Clocks of different machines disagree a little. */
const TOLERANCE = 5 * MS_PER_MINUTE;

/** What follows from a call's being answered. Ringing 14.2 s is 15 begun seconds and within; 15.1 s is 16 and not. */
export function answeredColumns(arrivedAt: Instant, answeredAt: Instant) {
  const secondsToAnswer = Math.ceil((millis(answeredAt) - millis(arrivedAt)) / 1000);
  return {
    answeredAt,
    secondsToAnswer,
    isAnswered: true,
    isWithin15: secondsToAnswer <= WITHIN_SECONDS ? true : null,
  } as const;
}

/** A moment the telephone system tells, not before the one it must follow and not to come; now when it tells none. `apart` is how far two clocks may disagree. */
export function toldAt(
  said: Instant | undefined,
  after: Instant | null,
  now: Instant,
  apart = TOLERANCE,
): Instant {
  const at = said ?? now;
  if (millis(at) > millis(now) + TOLERANCE) refuse('hotline.call-in-future');
  // Told later by another clock: what is only a little too early happened at once.
  if (after !== null && millis(at) < millis(after)) {
    if (millis(after) - millis(at) > apart) refuse('hotline.call-out-of-order');
    return after;
  }
  return at;
}
