import { addMonths } from '#lib/months.ts';
import type { Day } from '#lib/time.ts';
import { isFalsehood, type BadFaith } from './words.ts';

/** Years in which the applicant may not apply again: one after a falsehood (行政许可法 78), three after a grant got by improper means (79). */
const yearsOf = (ground: BadFaith): number => (isFalsehood(ground) ? 1 : 3);

/**
 * The last day of the bar: the day of the decision is not counted, so it is the same day of that year, or the last of the month where it has
 * none (民法典 201, 202). Decided 11 May 2020, one year: barred through 11 May 2021, free on the 12th. Pure.
 */
export const lastDayOfBar = (decidedOn: Day, ground: BadFaith): Day =>
  addMonths(decidedOn, yearsOf(ground) * 12);
