import { isWorkingDay, type CalendarTable } from '#calendar/index.ts';
import type { Elements } from '#catalogue/index.ts';
import { addDays, dayOf, daysBetween, type Day } from '#lib/time.ts';
import { addMonths } from '#lib/months.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { StatedLimit } from '../clocks.ts';
import type { RenewalRules } from './rules.ts';

/** How long before its end a result of the item is to be renewed: what its own law says, else the rule of the place. Pure. */
export const aheadOf = ({ renewalAhead }: Pick<Elements, 'renewalAhead'>, rules: RenewalRules): StatedLimit =>
  renewalAhead ?? rules;

/**
 * 届满三十日前 — the last day to ask: so many whole days still follow it, the last of them the day of the end. Pure.
 * Valid until 31 December, thirty natural days: 2–31 December follow, so 1 December.
 */
export function lastDayToAsk(validUntil: Day, { days, unit }: StatedLimit, calendar: CalendarTable): Day {
  if (unit === 'natural') return addDays(validUntil, -days);
  let on = validUntil;
  for (let left = days; left > 0; on = addDays(on, -1)) if (isWorkingDay(calendar, on)) left -= 1;
  return on;
}

type Result = Pick<CaseFile, 'validUntil' | 'decidedAt' | 'issuedAt' | 'renewalEndsOn'>;
const MOST_MONTHS = 1200;
/** Whole months from a day to the end of a term, the day of the end being counted or not; null when they are not whole. */
function wholeMonths(from: Day, until: Day): number | null {
  for (let months = 1; months <= MOST_MONTHS; months += 1) {
    const end = addMonths(from, months);
    if (end === until || addDays(end, -1) === until) return months;
    if (end > addDays(until, 1)) return null;
  }
  return null;
}

/**
 * Until when a result holds that is deemed renewed: as long again as it was given for – in whole months from the end of the one
 * it renewed itself, its decision or its issue, where they are whole; else in days from its decision. Pure.
 */
export function renewedUntil({ validUntil, decidedAt, issuedAt, renewalEndsOn }: Result): Day {
  const until = validUntil!; // Of a result that ends.
  const begun = [renewalEndsOn, decidedAt && dayOf(decidedAt), issuedAt && dayOf(issuedAt)].filter(
    (each) => each !== null,
  );
  for (const from of begun) {
    const months = wholeMonths(from, until);
    if (months !== null) return addMonths(until, months);
  }
  return addDays(until, daysBetween(begun[0] ?? until, until));
}
