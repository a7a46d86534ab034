import { Type } from 'typebox';
import { action, create, type Action } from '#lib/action/action.ts';
import type { Noun, Row, RowOf } from '#lib/action/noun.ts';
import type { ClockedNoun } from '#lib/module.ts';
import { canonical } from '#lib/action/engine/canonical.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, startOfDay, type Day, type Instant } from '#lib/time.ts';
import type { Clock } from '../clock.ts';
import type { Deadline } from '../deadline.ts';
import { due } from '../explain.ts';
import { calendarNow } from '../held-calendar.ts';
import { KEEPER } from '../notice/notice.ts';
import type { CalendarTable } from '../table.ts';
import { movedDeadline } from './moved-deadline.ts';

interface ClockedSpec<N extends Noun> {
  /** The hidden action that moves it: `recompute-due` unless a noun has a second clock, which needs a name of its own. */
  readonly name?: string;
  readonly title?: string;
  /** States in which the clock runs. */
  readonly open: readonly RowOf<N>['state'][];
  /** The column with the deadline: an instant, or a day. */
  readonly due: Extract<keyof RowOf<N>, string>;
  /** Its last day counts to midnight, not to the end of business. */
  readonly isToMidnight?: true;
  /** A column that only rows under this clock have: those without it are not read, where few of many run. */
  readonly onlyWith?: Extract<keyof RowOf<N>, string>;
  /** The JSON column that keeps the steps of the reckoning, if there is one. */
  readonly because?: Extract<keyof RowOf<N>, string>;
  /** The clock of a row, or null when none is running. Pure. */
  readonly clock: (row: RowOf<N>) => Clock | null;
}
type Values = Readonly<Record<string, unknown>>;

/** Whether the column holds a day rather than a moment. */
const holdsDay = (noun: Noun, column: string): boolean => noun.columns[column]?.sql === 'date';
type Keeping = Pick<ClockedNoun, 'noun' | 'dueColumn' | 'becauseColumn' | 'isToMidnight'>;
const midnightAfter = (on: Day | null): Instant | null => on && startOfDay(addDays(on, 1));
/** A deadline as a moment. */
const momentOf = ({ isToMidnight }: Keeping, { dueAt, dueOn }: Deadline): Instant | null =>
  isToMidnight ? midnightAfter(dueOn) : dueAt;
/** A deadline as the row keeps it. */
export const keptDue = (keeping: Keeping, is: Deadline): string | null =>
  holdsDay(keeping.noun, keeping.dueColumn) ? is.dueOn : momentOf(keeping, is);

function before(keeping: Keeping, kept: unknown): { wasAt: Instant | null; wasOn: Day | null } {
  if (kept === null) return { wasAt: null, wasOn: null };
  if (holdsDay(keeping.noun, keeping.dueColumn)) return { wasAt: null, wasOn: kept as Day };
  const lastOn = dayOf(kept as Instant);
  return { wasAt: kept as Instant, wasOn: keeping.isToMidnight ? addDays(lastOn, -1) : lastOn };
}

interface Given {
  readonly input: { readonly why: string; readonly entry: string };
  readonly table: CalendarTable;
  readonly now: Instant;
}

const keepingOf = <N extends Noun>(noun: N, spec: ClockedSpec<N>): Keeping => ({
  noun,
  dueColumn: spec.due,
  ...(spec.because && { becauseColumn: spec.because }),
  ...(spec.isToMidnight && { isToMidnight: spec.isToMidnight }),
});

/** Decides on the row as it is now: what was paused, extended or closed meanwhile is respected. */
function recomputeDue<N extends Noun>(noun: N, spec: ClockedSpec<N>): Action {
  const keeping = keepingOf(noun, spec);
  const decide = ({ input, table, now, ...given }: Given & Values): unknown => {
    const row = given[noun.as] as Row;
    const clock = spec.clock(row as RowOf<N>);
    const is = clock ? due(clock, table) : refuse('calendar.not-moved');
    const values = row as unknown as Values;
    const [was, kept] = [values[spec.due], keptDue(keeping, is)];
    const told = { state: row.state, ...(spec.because ? { [spec.because]: is.steps } : {}) };
    // The same end for other reasons is no move; nor is it one to be listed.
    const isRetold = spec.because !== undefined && canonical(values[spec.because]) !== canonical(is.steps);
    if (was === kept) return isRetold ? told : refuse('calendar.not-moved');
    return [
      { ...told, [spec.due]: kept },
      create(movedDeadline, {
        state: 'moved',
        subjectNoun: noun.name,
        subject: row.id,
        subjectNumber: row.number,
        ...before(keeping, was),
        isAt: holdsDay(noun, spec.due) ? null : momentOf(keeping, is),
        isOn: is.dueOn,
        why: input.why,
        entry: input.entry,
        movedAt: now,
      }),
    ];
  };
  return action(noun as Noun, {
    name: spec.name ?? 'recompute-due',
    title: spec.title ?? '重算截止时间',
    about: '放假安排或计时规则变动后，由系统重算',
    may: KEEPER,
    hidden: true,
    from: [...spec.open],
    to: [...spec.open],
    input: Type.Object({
      why: Type.String({ title: '原因', maxLength: 4000 }),
      entry: Type.String({ title: '账本序号', pattern: '^[0-9]{1,18}$' }),
    }),
    needs: { table: calendarNow },
    decide: decide as never,
  });
}

/**
 * Puts the open rows of a noun under the calendar: `clocks: [clocked(letter, {…})]` in the module's manifest. Then a late
 * holiday moves their deadlines, in the ledger and in the list of moved deadlines. The row and its line in the list are
 * written by one action, so neither stands without the other.
 */
export const clocked = <N extends Noun>(noun: N, spec: ClockedSpec<N>): ClockedNoun => ({
  ...keepingOf(noun, spec),
  openStates: spec.open,
  clock: spec.clock as (row: Row) => Clock | null,
  ...(spec.onlyWith && { onlyWith: spec.onlyWith }),
  recompute: recomputeDue(noun, spec),
});
