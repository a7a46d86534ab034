import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { caseFile } from '../file/case-file.ts';
import { endOf, goesOn } from './suspend.ts';

const PER_ROUND = 500;

/** 中止期满恢复 — the day that the applicant was told is over: nobody need remember it, and nothing is gained by forgetting. */
export const resumeAtEnd = action(caseFile, {
  name: 'resume-at-end',
  title: '中止期满恢复办理',
  about: '中止时写明的日期已过，由系统恢复办理；承诺时限自次日起继续计算',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: ['suspended'],
  to: ['accepted'],
  input: Type.Object({}),
  needs: { calendar: calendarNow },
  when: (row, now) => row.suspendedUntil !== null && row.suspendedUntil < dayOf(now),
  decide: ({ caseFile: mine, calendar, now }) => goesOn(mine, calendar, now),
});

/** Lets every case go on whose suspension has run its told time, as of the end of it. */
export async function resumeRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id, suspended_until from case_file where state = 'suspended' and suspended_until < $1::date
        order by id limit ${PER_ROUND}`,
      [dayOf(app.now())],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: {},
      at: endOf(each['suspended_until'] as Day)!,
    }));
    isFull = (await performAll(app, resumeAtEnd, wishes)) === PER_ROUND;
  }
}
export const resumeLoop: Loop = { name: 'cases.suspensions', everyMs: 60_000, run: resumeRound };
