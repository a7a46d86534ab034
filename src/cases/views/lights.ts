import { sql, type RawBuilder } from 'kysely';
import { clockOf, due, type CalendarTable, type Light } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseRules } from '../rules.ts';

export const LIGHTS = ['green', 'yellow', 'red'] as const satisfies readonly Light[];

interface Looking {
  readonly calendar: CalendarTable;
  readonly rules: Pick<CaseRules, 'yellowDays'>;
  readonly now: Instant;
}
/** The moments between the lights: red before `now`, yellow up to `yellowUntil`. */
export interface Marks {
  readonly now: Instant;
  readonly yellowUntil: Instant;
}

export function marksAt({ calendar, rules, now }: Looking): Marks {
  const { dueAt } = due(clockOf(now, { amount: rules.yellowDays, unit: 'working-day' }), calendar);
  return { now, yellowUntil: dueAt! }; // Without pauses it always ends.
}

/** The light of a date; null when the clock stands still. Pure. */
export const lightOf = (dueAt: Instant | null, { now, yellowUntil }: Marks): Light | null =>
  dueAt === null ? null : dueAt < now ? 'red' : dueAt <= yellowUntil ? 'yellow' : 'green';

/** The same in SQL, as a condition on a date. */
export function hasLight(light: Light, dueAt: RawBuilder<unknown>, marks: Marks): RawBuilder<boolean> {
  const [now, until] = [sql`${marks.now}::timestamptz`, sql`${marks.yellowUntil}::timestamptz`];
  if (light === 'red') return sql`${dueAt} < ${now}`;
  return light === 'yellow' ? sql`(${dueAt} >= ${now} and ${dueAt} <= ${until})` : sql`${dueAt} > ${until}`;
}

/** The nearer of the two clocks of a case; a clock that stands still is left out. As the index has it. */
export const NEARER = sql`least(legal_due_at, promised_due_at)`;
/** Cases whose clocks run: of a suspended one the law's. */
export const RUNS = sql`state in ('accepted', 'suspended')`;

/** The other dates of a case that have a light, and while which of its states. As the indexes have them. */
export const BESIDE = [
  {
    clock: 'telling',
    dueAt: sql`tell_by_at`,
    open: sql`state in ('applied', 'received') and tell_by_at is not null`,
  },
  {
    clock: 'handing',
    dueAt: sql`issue_due_at`,
    open: sql`state in ('granted', 'refused', 'issued') and issue_due_at is not null`,
  },
  {
    clock: 'hearing',
    dueAt: sql`hearing_due_at`,
    open: sql`state in ('accepted', 'suspended') and hearing_due_at is not null`,
  },
  {
    clock: 'suspended',
    // The last moment of the day, here.
    dueAt: sql`((suspended_until + 1)::timestamp at time zone 'Asia/Shanghai')`,
    open: sql`state = 'suspended'`,
  },
] as const;
