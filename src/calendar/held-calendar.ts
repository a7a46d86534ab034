import type { Query } from '#lib/action/engine/load.ts';
import { fromHeld, held, type Held, type Need } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import { statements } from '#lib/db/transaction.ts';
import type { Instant } from '#lib/time.ts';
import { loadSettings } from '#settings/index.ts';
import { countingRules } from './counting-rules.ts';
import {
  calendarTable,
  type CalendarDay,
  type CalendarTable,
  type CountingRules,
  type Notice,
} from './table.ts';

/** Which rows make the table: a condition on `n` and `d`, with its values. */
interface Choice {
  readonly where: (row: 'n' | 'd') => string;
  readonly values: readonly unknown[];
}

async function sourceOf(
  query: Query,
  { where, values }: Choice,
  rules: CountingRules,
): Promise<CalendarTable> {
  const notices = await query(
    `select n.number as id, n.title, n.document_number as number, n.published_on as "publishedOn", n.year, n.change
       from calendar_notice n where ${where('n')}`,
    values,
  );
  const days = await query(
    `select d.falls_on as "on", d.kind, d.name, n.number as notice
       from calendar_day d join calendar_notice n on n.id = d.notice_id where ${where('d')} and ${where('n')}`,
    values,
  );
  return calendarTable({
    notices: notices as readonly unknown[] as readonly Notice[],
    days: days as readonly unknown[] as readonly CalendarDay[],
    rules,
  });
}

/** The decision in force; such a setting is immediate, so the last one is. */
async function rulesOf(db: Reader, isKnown: (decision: { id: string; decidedAt: Instant }) => boolean) {
  const decided = (await loadSettings(db)).decisionsOn(countingRules.name).find(isKnown);
  return decided ? (decided.value as CountingRules) : countingRules.initial;
}

/** The calendar as the database has it now. */
async function loadCalendar(db: Reader): Promise<CalendarTable> {
  const choice = { where: (row: string) => `${row}.state = 'in-force'`, values: [] };
  return sourceOf(statements(db), choice, await rulesOf(db, () => true));
}

/** An entry of the ledger that changed the calendar: when, and which rows it brought and ended. */
export interface CalendarChange {
  readonly at: Instant;
  readonly brought: readonly string[];
  readonly ended: readonly string[];
}

/** The calendar as it was before a change. Rows are never altered, so what was known at a moment can be read back. */
export async function loadCalendarBefore(db: Reader, change: CalendarChange): Promise<CalendarTable> {
  const brought = new Set(change.brought);
  const choice = {
    where: (row: string) =>
      `${row}.recorded_at <= $1 and ${row}.id <> all($2::uuid[])
       and (${row}.ended_at is null or ${row}.ended_at > $1 or ${row}.id = any($3::uuid[]))`,
    values: [change.at, change.brought, change.ended],
  };
  const rules = await rulesOf(db, ({ id, decidedAt }) => !brought.has(id) && decidedAt <= change.at);
  return sourceOf(statements(db), choice, rules);
}

/** 日历 — in memory of every process, compiled for counting. */
export const heldCalendar = held<CalendarTable>({
  name: 'calendar',
  load: loadCalendar,
  reloadOn: ['calendar-notice', 'calendar-day', 'setting'],
});

/** For actions: `needs: { calendar: calendarNow }`, then `due(clockOf(now, limit), calendar)`. */
export const calendarNow: Need<unknown, CalendarTable> = fromHeld(heldCalendar, (table) => table);

/** For views, routes and loops. */
export const calendarOf = (app: Pick<App, 'held'>): CalendarTable =>
  app.held.value(heldCalendar as Held<unknown>) as CalendarTable;
