import { addWorkingDays, due, type CalendarTable, type Due, type Extension } from '#calendar/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, yearOf, type Day, type Instant } from '#lib/time.ts';
import { limitFor, type LimitTable } from '../limits.ts';
import type { OrderClock, WorkOrder } from './work-order.ts';

type Timed = Pick<WorkOrder, 'type' | 'isUrgent' | 'topic'>;

/** A clock that starts now, by the table of limits in force. Refuses when the table leaves this kind of order out. */
export function clockFor(order: Timed, table: LimitTable, now: Instant): OrderClock {
  const rule = limitFor(table, order) ?? refuse('hotline.no-limit', { place: table.place });
  return {
    startAt: now,
    limit: { amount: rule.amount, unit: rule.unit },
    because: `${table.place}：${rule.because}`,
    pauses: [],
    extensions: [],
  };
}

/** The day by which an order taken up then would be answered, by the limits in force; null where they say nothing. */
export function answerDay(
  order: Timed,
  { table, calendar, from }: { table: LimitTable; calendar: CalendarTable; from: Instant },
): Day | null {
  const rule = limitFor(table, order);
  if (!rule) return null;
  const limit = { amount: rule.amount, unit: rule.unit };
  const { dueAt } = due({ startAt: from, limit, pauses: [], extensions: [] }, calendar);
  return dueAt === null ? null : dayOf(dueAt);
}

/** A new round has a day of its own to tell the writer of a letter; nobody else was told one. */
export const promisedAnew = (
  { answerPromisedOn }: Pick<WorkOrder, 'answerPromisedOn'>,
  on: Day | null,
): { readonly answerPromisedOn?: Day | null } => (answerPromisedOn === null ? {} : { answerPromisedOn: on });

/** The columns that follow from a clock. Refuses only what the calendar cannot count: a clock that stands still. */
export function dueColumns(
  clock: OrderClock,
  calendar: CalendarTable,
): { readonly clock: OrderClock; readonly dueAt: Instant; readonly dueBecause: Due['steps'] } {
  const { dueAt, steps } = due(clock, calendar);
  return { clock, dueAt: dueAt ?? refuse('hotline.clock-stands'), dueBecause: steps };
}

/**
 * What the year counts by: the deadline of the first round, and whether it lies in a later year than the registration,
 * so that "carried over" is a count and no subtraction.
 */
export const countedColumns = (
  registeredAt: Instant,
  dueAt: Instant,
): { readonly countedDueAt: Instant; readonly isDueLaterYear: true | null } => ({
  countedDueAt: dueAt,
  isDueLaterYear: yearOf(dayOf(dueAt)) > yearOf(dayOf(registeredAt)) ? true : null,
});

/** Whether the clock is still that of the first dispatch: only then does the deadline the year counts by move with it. */
export const isFirstRound = ({ clock, dispatchedAt }: Pick<WorkOrder, 'clock' | 'dispatchedAt'>): boolean =>
  clock !== null && clock.startAt === dispatchedAt;

/** The same clock with one more approved extension. */
export const extended = (clock: OrderClock, extension: Extension): OrderClock => ({
  ...clock,
  extensions: [...clock.extensions, extension],
});

/**
 * The last day on which the unit may still return the order: it has its days from when it was given it itself. Null where
 * nobody knows when that was, as of history brought in.
 */
export function lastReturnDay(
  { handedAt, clock }: Pick<WorkOrder, 'handedAt' | 'clock'>,
  days: number,
  calendar: CalendarTable,
): Day | null {
  const givenAt = handedAt ?? clock?.startAt ?? null;
  return givenAt && addWorkingDays(calendar, dayOf(givenAt), days);
}
