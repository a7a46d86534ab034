import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, formatDay, startOfDay, type Day, type Instant } from '#lib/time.ts';
import { calendarNow, due, type CalendarTable, type Clock } from '#calendar/index.ts';
import { paused, resumed, timed } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { letterNeeds } from '../powers/powered.ts';
import { DECIDING, getAsked, refuseUnentitled } from './agreed.ts';

/** Why a clock stands still. */
export const SUSPENDED = '中止';

/** The term of papers that follow stands still with the promise: nobody breaks their word while their case lies still. Pure. */
function papersTerm(
  { isSupplied, outstandingClock: clock }: Pick<CaseFile, 'isSupplied' | 'outstandingClock'>,
  moved: (clock: Clock) => Clock,
  calendar: CalendarTable,
) {
  if (isSupplied !== false || clock === null) return {};
  const after = moved(clock);
  return { outstandingClock: after, outstandingDueAt: due(after, calendar).dueAt };
}

/** The first moment after a suspension with a told end; null for one that lasts until something happens. Pure. */
export const endOf = (until: Day | null): Instant | null => until && startOfDay(addDays(until, 1));

/**
 * 中止 — agreed to by another person than the one who asked. Only the promise stands still: what the law spares is the time
 * of the procedures of article 45, and those are begun as such. With a told end it lasts no longer than that.
 */
export const suspend = action(caseFile, {
  name: 'suspend',
  title: '中止',
  about: '同意另一人提出的中止；只有承诺时限中止，法定时限照计（行政许可法第四十五条只列听证、检验等程序）',
  may: DECIDING,
  from: ['accepted'],
  to: ['suspended'],
  input: Type.Object({}),
  needs: { ...letterNeeds, calendar: calendarNow },
  when: (row) => row.askedHalt?.what === 'suspend',
  decide(given) {
    const { caseFile: mine, calendar, by, now } = given;
    refuseUnentitled(mine, given);
    const halt = { ...getAsked(mine, by), agreedAt: now, agreedBy: by.id };
    if (halt.until !== null && halt.until < dayOf(now))
      refuse('cases.halt-end-past', { until: formatDay(halt.until) });
    const pause = { from: now, to: endOf(halt.until), reason: SUSPENDED };
    const clocks = { legalClock: mine.legalClock!, promisedClock: paused(mine.promisedClock!, pause) };
    return {
      state: 'suspended',
      askedHalt: null,
      halt,
      suspendedAt: now,
      suspendedUntil: halt.until,
      ...timed(clocks, calendar),
      ...papersTerm(mine, (clock) => paused(clock, pause), calendar),
    };
  },
});

/** The case goes on, from a moment or from its told end if that was before. Pure. */
export function goesOn(mine: CaseFile, calendar: CalendarTable, now: Instant) {
  const began = { from: mine.suspendedAt!, reason: SUSPENDED };
  const told = endOf(mine.suspendedUntil);
  const at = told !== null && told < now ? told : now;
  // A case suspended while the law's clock still stood with it lets both go on.
  const clocks = {
    legalClock: resumed(mine.legalClock!, began, at),
    promisedClock: resumed(mine.promisedClock!, began, at),
  };
  return {
    state: 'accepted',
    suspendedAt: null,
    suspendedUntil: null,
    askedHalt: null,
    ...timed(clocks, calendar),
    ...papersTerm(mine, (clock) => resumed(clock, began, at), calendar),
  } as const;
}

/** 恢复办理 — the promise goes on with what was left. */
export const resume = action(caseFile, {
  name: 'resume',
  title: '恢复办理',
  may: DECIDING,
  from: ['suspended'],
  to: ['accepted'],
  input: Type.Object({ reason: Reason('恢复的理由') }),
  needs: { calendar: calendarNow },
  decide({ caseFile: mine, calendar, by, now }) {
    refuseConflict(mine, by);
    return goesOn(mine, calendar, now);
  },
});
