import { Type } from 'typebox';
import { action, change, type Write } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow, due, used, type CalendarTable, type Clock } from '#calendar/index.ts';
import { inTime, paused, resumed } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { UNDECIDED } from '../words.ts';
import { connection, type Connection } from './connection.ts';

/** The firm itself; a firm without an account is recorded by the window. */
const MAY = { 'cases.utility': 'firm', 'cases.clerk': 'place' } as const;
const WAITING = '等待用户';

function refuseOver({ state }: CaseFile): void {
  if (!UNDECIDED.some((each) => each === state)) refuse('cases.not-in-examination');
}
const oneLess = (file: CaseFile): Write =>
  change(caseFile, file, { openConnections: Math.max(0, (file.openConnections ?? 1) - 1) });

/** What the year counts of a firm's end: whether its promise was kept, and its working days without the applicant's. */
const ended = (mine: Connection, by: string, now: Instant, calendar: CalendarTable) => ({
  endedAt: now,
  endedBy: by,
  isPromiseKept: inTime(now, due(mine.clock, calendar).dueAt),
  workingDaysUsed: Math.max(0, used(mine.clock, now, calendar)),
});
const timed = (clock: Clock, calendar: CalendarTable) => {
  const { dueAt, steps } = due(clock, calendar);
  return { clock, dueAt, dueBecause: steps };
};

const FITS = { fit: '可以接入', unfit: '不具备接入条件' } as const;
/** 答复 — how it will be connected; or that it cannot, and then the firm's part is over. */
export const answerConnection = action(connection, {
  name: 'answer',
  title: '答复接入方案',
  may: MAY,
  from: ['asked'],
  to: ['answered', 'unfit'],
  input: Type.Object({ fit: oneOf(FITS, '答复'), text: Reason('接入方案或不具备的原因') }),
  needs: { calendar: calendarNow },
  decide({ connection: mine, caseFile: file, input, calendar, by, now }) {
    refuseOver(file);
    const said = { answer: input.text, answeredAt: now, answeredBy: by.id } as const;
    return input.fit === 'fit'
      ? { state: 'answered', ...said }
      : [{ state: 'unfit', ...said, ...ended(mine, by.id, now, calendar) }, oneLess(file)];
  },
});

/** 待用户 — the applicant has to build or pay first; the firm's promise stands still meanwhile, the others' do not. */
export const waitForUser = action(connection, {
  name: 'wait',
  title: '待用户施工或缴费',
  may: MAY,
  from: ['answered'],
  to: ['waiting'],
  input: Type.Object({ reason: Reason('等待的原因') }),
  needs: { calendar: calendarNow },
  decide({ connection: mine, caseFile: file, calendar, now }) {
    refuseOver(file);
    const clock = paused(mine.clock, { from: now, to: null, reason: WAITING });
    return { state: 'waiting', waitingSince: now, ...timed(clock, calendar) };
  },
});

/** 用户已具备 — the promise goes on with what was left. */
export const goOn = action(connection, {
  name: 'go-on',
  title: '用户已具备',
  may: MAY,
  from: ['waiting'],
  to: ['answered'],
  input: Type.Object({ note: Type.Optional(Reason('说明')) }),
  needs: { calendar: calendarNow },
  decide({ connection: mine, caseFile: file, calendar, now }) {
    refuseOver(file);
    const clock = resumed(mine.clock, { from: mine.waitingSince!, reason: WAITING }, now);
    return { state: 'answered', waitingSince: null, ...timed(clock, calendar) };
  },
});

/** 接通 — this firm is done; the others go on. */
export const completeConnection = action(connection, {
  name: 'complete',
  title: '登记接通',
  may: MAY,
  from: ['answered'],
  to: ['done'],
  input: Type.Object({ note: Type.Optional(Reason('说明')) }),
  needs: { calendar: calendarNow },
  decide({ connection: mine, caseFile: file, calendar, by, now }) {
    refuseOver(file);
    return [{ state: 'done', ...ended(mine, by.id, now, calendar) }, oneLess(file)];
  },
});
