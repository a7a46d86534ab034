import { instantOf, millis, type Instant } from '#lib/time.ts';
import { LOCKOUT } from './settings.ts';

/**
 * Until when a name is locked after these failures (any order), or null. Attempts while it is locked do not count, so
 * nobody can keep a colleague out for ever.
 */
export function lockedUntil(failures: readonly Instant[], now: Instant): Instant | null {
  const times = failures.map(millis);
  const latest = Math.max(...times);
  const near = times.filter((at) => at > latest - LOCKOUT.window).length;
  const until = latest + LOCKOUT.window;
  return near >= LOCKOUT.failures && until > millis(now) ? instantOf(until) : null;
}
