import type { CalendarTable, Extension } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { underCity } from '../city/city-clock.ts';
import type { LimitTable } from '../limits.ts';
import { clockFor, dueColumns } from './deadline.ts';
import type { WorkOrder } from './work-order.ts';

/** What a deadline of this tenant is worked out by: its limits, its calendar, and how far ahead of the city it stays. */
export interface DueRules {
  readonly table: LimitTable;
  readonly calendar: CalendarTable;
  /** 内部期限早于市平台期限的工作日数. */
  readonly aheadDays: number;
}
type Asked = Pick<WorkOrder, 'type' | 'isUrgent' | 'topic' | 'cityDueAt'>;

/**
 * When an order of this kind is due in a round that begins at a moment, by the very steps of 派单 and 重办: the limit in
 * force, the city's own limit where it sent the order down, then the extensions. Refuses what those refuse.
 */
export function roundDue(
  order: Asked,
  { table, calendar, aheadDays }: DueRules,
  { startAt, extensions = [] }: { readonly startAt: Instant; readonly extensions?: readonly Extension[] },
): Instant {
  const round = { calendar, aheadDays, now: startAt };
  const clock = underCity(clockFor(order, table, startAt), order.cityDueAt, round);
  return dueColumns({ ...clock, extensions }, calendar).dueAt;
}
