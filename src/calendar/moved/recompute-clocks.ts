import { rowFrom } from '#lib/action/engine/plan.ts';
import { snake } from '#lib/action/engine/rows.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { Row } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import type { ClockedNoun, Reaction } from '#lib/module.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { Clock } from '../clock.ts';
import { calendarOf, heldCalendar, loadCalendarBefore, type CalendarChange } from '../held-calendar.ts';
import { changeLine, recompute, type RecomputedClock } from '../recompute.ts';
import type { CalendarTable } from '../table.ts';
import { keptDue } from './clocked.ts';

const PAGE = 500;
/** What a row may say when it is somebody else's turn by now: it was closed, or moved by the next change already. */
const SETTLED: ReadonlySet<string> = new Set([
  'calendar.not-moved',
  'lib.wrong-state',
  'lib.not-found',
  'lib.key-reused',
]);

async function changeOf(app: App, seq: string): Promise<CalendarChange> {
  const [entry] = await app.query('select at, changes from ledger_entry where seq = $1', [seq]);
  const changes = entry!['changes'] as readonly { readonly id: string; readonly from: string | null }[];
  return {
    at: entry!['at'] as Instant,
    brought: changes.filter((each) => each.from === null).map((each) => each.id),
    ended: changes.filter((each) => each.from !== null).map((each) => each.id),
  };
}

/** Open rows of a noun in order of their ids, so many at a time. */
async function* openRows(
  app: App,
  { noun, openStates, onlyWith }: ClockedNoun,
): AsyncGenerator<readonly Row[]> {
  const has = onlyWith === undefined ? '' : `and ${snake(onlyWith)} is not null`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const found = await app.query(
      `select * from ${noun.table} where state = any($1::text[]) and id > $2::uuid ${has} order by id limit ${PAGE}`,
      [openStates, after],
    );
    if (found.length > 0) yield found.map((record) => rowFrom(noun, record));
    if (found.length < PAGE) return;
    after = found.at(-1)!['id'] as string;
  }
}

interface Tables {
  readonly before: CalendarTable;
  readonly after: CalendarTable;
  /** When the change was made. */
  readonly at: Instant;
}

/** A holiday may be announced after the day; new business hours do not reach back to deadlines that have passed. */
const isTouched = ({ because, was }: RecomputedClock, at: Instant): boolean =>
  because.length > 0 || was.dueAt === null || was.dueAt >= at;

/** The rows of a page whose deadline is another now, or has other reasons, and is not yet written so. */
function movedRows(
  clocks: ClockedNoun,
  rows: readonly Row[],
  { before, after, at }: Tables,
): readonly RecomputedClock[] {
  const { dueColumn } = clocks;
  const running = rows.flatMap((row) => {
    const clock = clocks.clock(row) as Clock | null;
    return clock ? [{ id: row.id, clock }] : [];
  });
  const kept = new Map(
    rows.map((row) => [row.id, (row as unknown as Record<string, unknown>)[dueColumn] ?? null]),
  );
  // Whether the steps kept are still the true ones the action itself sees, under the lock of the row.
  const isOther = ({ id, is, outcome }: RecomputedClock): boolean =>
    outcome === 'moved' ? kept.get(id) !== keptDue(clocks, is) : clocks.becauseColumn !== undefined;
  return recompute(running, before, after).filter((each) => isTouched(each, at) && isOther(each));
}

const whyOf = ({ because }: RecomputedClock): string =>
  because.length > 0 ? because.map(changeLine).join('；') : '工作时间或期限计算规则变动';

/** Moves one row; a refusal that means "nothing left to do" is none. */
async function move(app: App, clocks: ClockedNoun, moved: RecomputedClock, seq: string): Promise<boolean> {
  try {
    await app.engine.perform({
      action: clocks.recompute,
      id: moved.id,
      input: { why: whyOf(moved), entry: seq },
      by: SYSTEM,
      now: app.now(),
      key: `${heldCalendar.name}:${seq}`,
      ifMatch: null,
    });
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && SETTLED.has(fault.code)) return false;
    throw fault;
  }
}

async function moveAll(app: App, clocks: ClockedNoun, tables: Tables, seq: string): Promise<number> {
  const faults: unknown[] = [];
  let count = 0;
  for await (const rows of openRows(app, clocks)) {
    const outcomes = await Promise.allSettled(
      movedRows(clocks, rows, tables).map((each) => move(app, clocks, each, seq)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') faults.push(outcome.reason);
      else if (outcome.value) count += 1;
    }
  }
  // One stubborn row must not keep the others from moving; then it is told.
  if (faults.length > 0) throw faults[0];
  return count;
}

/**
 * Moves every open deadline that a change of the calendar moves. Compares the calendar before the entry with the one of
 * now, so several changes in a row, and a repeat after a crash, come to the same end.
 */
async function recomputeAll(app: App, seq: string): Promise<void> {
  // The change may have been made by another process, whose word is still on its way.
  await app.held.refresh(['calendar-day']);
  const change = await changeOf(app, seq);
  const tables = {
    before: await loadCalendarBefore(app.db, change),
    after: calendarOf(app),
    at: change.at,
  };
  if (tables.before.version === tables.after.version) return;
  for (const clocks of app.modules.flatMap((module) => module.clocks ?? [])) {
    const count = await moveAll(app, clocks, tables, seq);
    if (count > 0) app.log.info('calendar.moved', { noun: clocks.noun.name, count, seq });
  }
}

/** One reaction for each action that changes the calendar. */
export const recomputeAfter = (after: string): Reaction => ({
  after,
  name: `calendar.recompute.${after}`,
  react: ({ seq }, app) => recomputeAll(app, seq),
});
