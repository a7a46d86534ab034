import type { Instant } from '#lib/time.ts';

export type Unit = 'working-day' | 'natural-day' | 'hour' | 'working-hour';

export interface Limit {
  /** Whole for days; 0 days is "the same day". Hours may be parts. */
  readonly amount: number;
  readonly unit: Unit;
}

/** Time that is not counted: a hearing, an expert review (行政许可法 45). */
export interface Pause {
  readonly from: Instant;
  /** The first moment that counts again; null while it lasts. */
  readonly to: Instant | null;
  readonly reason: string;
  /**
   * For so many working days at the most: after them it counts again, whether what it waits for is over or not. Kept as
   * days and no moment, so that a holiday announced late moves their end too.
   */
  readonly told?: number;
}

/** More time, in the unit of the limit (行政许可法 42). Counts once approved. */
export interface Extension {
  readonly amount: number;
  readonly reason: string;
  readonly approvedAt: Instant | null;
}

/** A clock is a value: when it began, how long it may run, when it stood still, how it was lengthened. */
export interface Clock {
  readonly startAt: Instant;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

/** A clock that has just begun: `clockOf(acceptedAt, { amount: 20, unit: 'working-day' })`. */
export function clockOf(
  startAt: Instant,
  limit: Limit,
  more: Partial<Pick<Clock, 'pauses' | 'extensions'>> = {},
): Clock {
  return { startAt, limit, pauses: [], extensions: [], ...more };
}

/** The limit with its approved extensions. Throws RangeError for a negative amount or a part of a day. */
export function totalOf({ limit, extensions }: Clock): number {
  const approved = extensions.filter((extension) => extension.approvedAt !== null);
  const amounts = [limit.amount, ...approved.map((extension) => extension.amount)];
  const isCountable =
    limit.unit === 'hour' || limit.unit === 'working-hour' ? Number.isFinite : Number.isInteger;
  const wrong = amounts.find((amount) => !isCountable(amount) || amount < 0);
  if (wrong !== undefined) throw new RangeError(`not an amount of ${limit.unit}: ${wrong}`);
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
