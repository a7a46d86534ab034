import { instantOf, millis, MS_PER_HOUR, type Instant } from '#lib/time.ts';

/** How long a one-time link can be used: over a weekend. */
export const LINK_LASTS = 72 * MS_PER_HOUR;
export const later = (from: Instant, ms: number): Instant => instantOf(millis(from) + ms);
