import { addWorkingDays, type CalendarTable, type Limit } from '#calendar/index.ts';
import { addDays, MS_PER_HOUR, type Day } from '#lib/time.ts';

/** Days of an extension in the unit of the limit: a clock of hours is lengthened by hours, one of days by days. */
export function extensionAmount(days: number, unit: Limit['unit'], { hours }: CalendarTable): number {
  if (unit === 'hour') return days * 24;
  if (unit === 'working-hour') return (days * hours.total) / MS_PER_HOUR;
  return days;
}

/** The other way: the days that an extension once was. */
export function extensionDays(amount: number, unit: Limit['unit'], { hours }: CalendarTable): number {
  if (unit === 'hour') return amount / 24;
  if (unit === 'working-hour') return (amount * MS_PER_HOUR) / hours.total;
  return amount;
}

/** A day that somebody was told, so many days of an extension later; null where nobody was told one. */
export function laterDay(
  on: Day | null,
  days: number,
  { unit, calendar }: { readonly unit: Limit['unit']; readonly calendar: CalendarTable },
): Day | null {
  if (on === null) return null;
  return unit.startsWith('working') ? addWorkingDays(calendar, on, days) : addDays(on, days);
}
