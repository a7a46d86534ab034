import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import type { ApplicationBar } from './application-bar.ts';
import { BAD_FAITH } from './words.ts';

interface Applying {
  readonly item: string;
  readonly basicCode: string | null;
  /** When the papers came. */
  readonly at: Instant;
}
/** The bar that holds on the day for this licence: of the item, or of one with the same basic code. Pure. */
export const barOn = (
  bars: readonly ApplicationBar[],
  { item, basicCode, at }: Applying,
): ApplicationBar | undefined =>
  bars.find(
    (each) =>
      each.state !== 'annulled' &&
      (each.item === item || (basicCode !== null && each.basicCode === basicCode)) &&
      each.decidedOn <= dayOf(at) &&
      dayOf(at) <= each.lastDay,
  );

/** Refuses an application for a licence from which its applicant is barred that day, with the last day (行政许可法 78, 79). */
export function refuseBarred(bars: readonly ApplicationBar[], applying: Applying): void {
  const bar = barOn(bars, applying);
  if (bar)
    refuse('cases.barred', {
      number: bar.number,
      ground: BAD_FAITH[bar.ground],
      item: bar.itemName,
      until: formatDay(bar.lastDay),
    });
}
