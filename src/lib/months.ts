import { day, yearOf, type Day } from './time.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The same day so many months later; where that month has no such day, its last (民法典 202): 31 January and one month is 28
 * February, 29 February 2020 and twelve months is 28 February 2021.
 */
export function addMonths(on: Day, months: number): Day {
  const count = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const date = Math.min(Number(on.slice(8)), daysIn(year, month));
  return day(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`);
}
