import { Type } from 'typebox';
import {
  calendarOf,
  formatAmount,
  lines,
  remaining,
  totalOf,
  used,
  type CalendarTable,
  type Clock,
  type Step,
  pausesIn,
} from '#calendar/index.ts';
import { getRow } from '#lib/http/list-routes.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { lightOf, marksAt, type Marks } from './lights.ts';

interface Running {
  readonly title: string;
  readonly clock: Clock;
  readonly dueAt: Instant | null;
  readonly because: readonly Step[] | null;
}
interface Looked {
  readonly calendar: CalendarTable;
  readonly marks: Marks;
  /** When it was decided, or now: no clock runs on after the decision. */
  readonly at: Instant;
  readonly isOver: boolean;
}
const whole = (amount: number, { limit }: Clock): string => formatAmount(Math.abs(amount), limit.unit);

function told({ title, clock, dueAt, because }: Running, { calendar, marks, at, isOver }: Looked) {
  const left = remaining(clock, at, calendar);
  return {
    title,
    limit: clock.limit.amount === 0 ? '当日办结' : formatAmount(totalOf(clock), clock.limit.unit),
    used: whole(Math.max(0, used(clock, at, calendar)), clock),
    left: whole(left, clock),
    isLate: left < 0,
    dueAt,
    light: isOver ? null : lightOf(dueAt, marks),
    lines: lines(because ?? [], '受理'),
    pauses: pausesIn(clock, calendar),
  };
}

/**
 * 两个时限 — `{ clocks: [{ title, limit, used, left, isLate, dueAt, light, lines, pauses }], isOver }` of a case, the statutory
 * one first; amounts in words with their unit, `lines` say why the date is the date. Empty before the acceptance.
 */
export const clocksView = view({
  name: 'cases.clocks',
  title: '办件时限',
  path: '/cases/{key}/clocks',
  may: caseFile.see,
  query: Type.Object({ key: Type.String({ title: '标识或编号', minLength: 1, maxLength: 100 }) }),
  read: async ({ query: { key }, by, app, now }) => {
    const row = (await getRow(caseFile, key, { by, app })) as CaseFile;
    const calendar = calendarOf(app);
    const marks = marksAt({ calendar, rules: settingOf(app, caseRules), now });
    const over = row.decidedAt ?? row.endedAt;
    const looked = { calendar, marks, at: over ?? now, isOver: over !== null };
    const legal = row.legalClock && {
      title: '法定时限',
      clock: row.legalClock,
      dueAt: row.legalDueAt,
      because: row.legalDueBecause,
    };
    const promised = row.promisedClock && {
      title: '承诺时限',
      clock: row.promisedClock,
      dueAt: row.promisedDueAt,
      because: row.promisedDueBecause,
    };
    const clocks = [legal, promised].flatMap((each) => (each === null ? [] : [told(each, looked)]));
    return { clocks, isOver: looked.isOver };
  },
});
