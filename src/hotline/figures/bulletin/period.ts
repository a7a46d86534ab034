import { Type } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { addDays, day, dayOf, formatDay, type Day, type Instant } from '#lib/time.ts';
import '../refusals.ts';

/** Fields of the question: a year, or a quarter or a month of it. */
export const periodQuery = {
  year: Type.String({ title: '年度', pattern: '^[12][0-9]{3}$', wrong: '应为四位年份，如 2020' }),
  quarter: Type.Optional(Type.String({ title: '季度', pattern: '^[1-4]$', wrong: '应为 1 至 4' })),
  month: Type.Optional(Type.String({ title: '月份', pattern: '^(?:[1-9]|1[0-2])$', wrong: '应为 1 至 12' })),
};
export interface PeriodAsked {
  readonly year: string;
  readonly quarter?: string | undefined;
  readonly month?: string | undefined;
}
/** Days, both included. */
export interface Period {
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly countedAt: Instant;
  /** 截至: the day up to which it was counted while the period is not over; null once it is. */
  readonly asOf: Day | null;
}

const firstOf = (year: number, month: number): Day =>
  day(month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`);

const refuseBoth = (): never =>
  refuse('lib.shape', {}, { fields: [{ path: 'month', message: '季度和月份只能选一个' }] });

/**
 * The days of a year, of a quarter or of a month, as they stand now. Both at once is no period and is refused, as is one
 * that has not begun: its orders are still to come.
 */
export function periodOf({ year, quarter, month }: PeriodAsked, now: Instant): Period {
  if (quarter && month) return refuseBoth();
  const y = Number(year);
  const [first, count] = month ? [Number(month), 1] : quarter ? [Number(quarter) * 3 - 2, 3] : [1, 12];
  const part = month ? ` ${month} 月` : quarter ? `第${'一二三四'.charAt(Number(quarter) - 1)}季度` : '';
  const title = `${year} 年${part}`;
  const [from, to, today] = [firstOf(y, first), addDays(firstOf(y, first + count), -1), dayOf(now)];
  if (from > today) refuse('hotline.period-to-come', { period: title, from: formatDay(from) });
  return { title, from, to, countedAt: now, asOf: to < today ? null : today };
}

/** The period as a question again, for links. */
export const periodWords = ({ year, quarter, month }: PeriodAsked): string =>
  new URLSearchParams({ year, ...(month ? { month } : quarter ? { quarter } : {}) }).toString();
