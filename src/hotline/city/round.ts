import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { clockFor, dueColumns } from '../order/deadline.ts';
import type { LimitTable } from '../limits.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { underCity } from './city-clock.ts';

interface Round {
  readonly table: LimitTable;
  readonly calendar: CalendarTable;
  readonly aheadDays: number;
  readonly now: Instant;
}
/** A round that begins now under a limit of the city: clock, deadline and its reasons. */
export const cityRound = (
  order: WorkOrder,
  cityDueAt: Instant | null,
  { table, calendar, aheadDays, now }: Round,
) => dueColumns(underCity(clockFor(order, table, now), cityDueAt, { calendar, aheadDays, now }), calendar);

/** Refuses a limit that nobody could keep any more. */
export function mustLieAhead(cityDueAt: Instant, now: Instant): void {
  if (cityDueAt <= now)
    refuse(
      'hotline.city-due-past',
      { cityDueAt: formatChinese(cityDueAt) },
      { fields: [{ path: 'cityDueAt', message: '应晚于现在' }] },
    );
}
