import { createHash } from 'node:crypto';
import { refuse } from '#lib/refusal.ts';
import { dayNumber, weekdayOfNumber, type Day } from '#lib/time.ts';
import { businessHours, type BusinessHours, type Session } from './business-hours.ts';
import './refusals.ts';

/** `ordinary` takes an earlier holiday or make-up day back: the weekday decides again. */
export type DayKind = 'holiday' | 'make-up' | 'ordinary';

/** The document that arranges days: the yearly notice of the State Council, a later change, or a local one. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  /** 文号, where recorded. */
  readonly number: string | null;
  /** From this day on everybody counts with it; null: always known. */
  readonly publishedOn: Day | null;
  /** The year whose arrangement this is; null for a change. A year without such a notice is provisional. */
  readonly year: number | null;
  /** What a change does to an arrangement, in a word: 延长, 调整. */
  readonly change: string | null;
}

export interface CalendarDay {
  readonly on: Day;
  readonly kind: DayKind;
  /** 春节; for a make-up day the holiday it makes up for. */
  readonly name: string;
  /** Id of the notice. */
  readonly notice: string;
}

export interface CountingRules {
  readonly sessions: readonly Session[];
  /** When the last day is over: at closing (民法典 203 where there are business hours) or at midnight. */
  readonly dayEnds: 'closing' | 'midnight';
  /** What an act after closing or on a rest day is taken for: done that day, or on the next working day. */
  readonly outsideHours: 'day-of-act' | 'next-working-day';
}

export const standardRules: CountingRules = {
  sessions: [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:00', closes: '17:00' },
  ],
  dayEnds: 'closing',
  outsideHours: 'day-of-act',
};

/** What is stored and edited. */
export interface CalendarSource {
  readonly notices: readonly Notice[];
  readonly days: readonly CalendarDay[];
  readonly rules: CountingRules;
}

/** A source made ready for counting. Days outside its rows follow the weekday. */
export interface CalendarTable extends CalendarSource {
  /** SHA-256 of notices, days and rules in canonical order: stored with every closed case. */
  readonly version: string;
  readonly publishedYears: ReadonlySet<number>;
  readonly noticeOf: ReadonlyMap<string, Notice>;
  /** The row in force on a day, by day number. */
  readonly inForce: ReadonlyMap<number, CalendarDay>;
  /** Day numbers that are not what their weekday says, ascending. */
  readonly exceptions: readonly number[];
  /** Working days gained less lost up to and with each exception. */
  readonly balance: readonly number[];
  readonly hours: BusinessHours;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const orderOf = (notice: Notice): string => `${notice.publishedOn ?? ''} ${notice.id}`;

/** Compiles a source. Refuses rows of an unknown notice, the same day twice in one notice, impossible business hours. */
export function calendarTable(source: CalendarSource): CalendarTable {
  const notices = source.notices.toSorted((a, b) => byText(orderOf(a), orderOf(b)));
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  if (noticeOf.size < notices.length) {
    const twice = notices.find((notice) => noticeOf.get(notice.id) !== notice);
    refuse('calendar.notice-twice', { notice: twice?.id ?? '' });
  }
  const days = source.days.toSorted((a, b) => byText(a.on, b.on) || byText(a.notice, b.notice));
  const inForce = lastWord(days, noticeOf);
  return {
    notices,
    days,
    rules: source.rules,
    version: digest({ notices, days, rules: source.rules }),
    publishedYears: new Set(notices.flatMap((notice) => notice.year ?? [])),
    noticeOf,
    inForce,
    ...exceptionsOf(inForce),
    hours: businessHours(source.rules.sessions),
  };
}

/** The latest notice on a day has the last word. */
function lastWord(
  days: readonly CalendarDay[],
  noticeOf: ReadonlyMap<string, Notice>,
): Map<number, CalendarDay> {
  const inForce = new Map<number, CalendarDay>();
  for (const row of days) {
    const notice =
      noticeOf.get(row.notice) ?? refuse('calendar.unknown-notice', { on: row.on, notice: row.notice });
    const known = inForce.get(dayNumber(row.on));
    const earlier = known && noticeOf.get(known.notice);
    if (earlier === notice) refuse('calendar.day-twice', { on: row.on, notice: notice.title });
    if (!earlier || orderOf(earlier) < orderOf(notice)) inForce.set(dayNumber(row.on), row);
  }
  return inForce;
}

function exceptionsOf(
  inForce: ReadonlyMap<number, CalendarDay>,
): Pick<CalendarTable, 'exceptions' | 'balance'> {
  const exceptions: number[] = [];
  const balance: number[] = [];
  // Rows came in by day, and a map keeps the order of first insertion.
  for (const [n, { kind }] of inForce) {
    const isWeekend = weekdayOfNumber(n) > 5;
    if (kind === 'ordinary' || (kind === 'holiday') === isWeekend) continue;
    exceptions.push(n);
    balance.push((balance.at(-1) ?? 0) + (isWeekend ? 1 : -1));
  }
  return { exceptions, balance };
}

function digest({ notices, days, rules }: CalendarSource): string {
  const canonical = [
    notices.map((n) => [n.id, n.title, n.number, n.publishedOn, n.year, n.change]),
    days.map((d) => [d.on, d.kind, d.name, d.notice]),
    [rules.sessions.map((s) => [s.opens, s.closes]), rules.dayEnds, rules.outsideHours],
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}

/** The source as everybody knew it on a day: without the notices published later. */
export function asKnownOn(source: CalendarSource, on: Day): CalendarSource {
  const notices = source.notices.filter((notice) => notice.publishedOn === null || notice.publishedOn <= on);
  const known = new Set(notices.map((notice) => notice.id));
  return { notices, days: source.days.filter((row) => known.has(row.notice)), rules: source.rules };
}
