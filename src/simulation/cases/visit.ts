import { formatTime, instantOf, MS_PER_MINUTE } from '#lib/time.ts';

/** When they go, for a moment named at `planned`: nobody is asked to a place at night, so then they go at once. */
export function visitOf(named: number, planned: number): number {
  const time = formatTime(instantOf(named));
  const atOnce = planned + MS_PER_MINUTE;
  return time >= '06:00' && time <= '20:00' ? Math.max(named, atOnce) : atOnce;
}
