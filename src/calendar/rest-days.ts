import { isWorking } from './working-days.ts';
import type { CalendarTable } from './table.ts';

/** What a rest day is called: its holiday, or 周末; undefined for a working day. */
export function restName(table: CalendarTable, n: number): string | undefined {
  if (isWorking(table, n)) return undefined;
  const row = table.inForce.get(n);
  return row?.kind === 'holiday' ? row.name : '周末';
}

/** The holiday for which a weekend day is worked; undefined for all other days. */
export function makeUpName(table: CalendarTable, n: number): string | undefined {
  const row = table.inForce.get(n);
  return row?.kind === 'make-up' ? row.name : undefined;
}

/** What a later notice did to a day, in its word (延长); undefined where the yearly arrangement stands. */
export function changeOf(table: CalendarTable, n: number): string | undefined {
  const row = table.inForce.get(n);
  return (row && table.noticeOf.get(row.notice)?.change) ?? undefined;
}
