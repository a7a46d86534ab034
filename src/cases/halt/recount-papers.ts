import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { calendarNow, due, type Pause } from '#calendar/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';
import { SUSPENDED } from './suspend.ts';

const PER_ROUND = 500;
const HOURLY = 3_600_000;

type Terms = Pick<CaseFile, 'isSupplied' | 'outstandingClock' | 'promisedClock'>;
/** Suspensions in which the promise stood still, and the term of the papers that follow did not. Pure. */
function unheeded({ isSupplied, outstandingClock: term, promisedClock }: Terms): readonly Pause[] {
  if (isSupplied !== false || term === null || promisedClock === null) return [];
  return promisedClock.pauses.filter(
    ({ from, reason }) =>
      reason === SUSPENDED &&
      from >= term.startAt &&
      !term.pauses.some((each) => each.from === from && each.reason === reason),
  );
}

/** 补记容缺期限中止 — of cases suspended before the term of the papers stood still with them: what was recorded for it is lifted after. */
export const recountPapers = action(caseFile, {
  name: 'recount-papers',
  title: '补记容缺期限中止',
  about: '早先中止时容缺期限没有随承诺时限一并中止的，由系统按中止的起止补记并重算期限',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: [...UNDECIDED],
  to: [...UNDECIDED],
  input: Type.Object({}),
  needs: { calendar: calendarNow },
  when: (row) => unheeded(row).length > 0,
  decide({ caseFile: mine, calendar }) {
    const term = mine.outstandingClock!; // `when` has seen to it.
    const clock = { ...term, pauses: [...term.pauses, ...unheeded(mine)] };
    return {
      state: mine.state,
      outstandingClock: clock,
      outstandingDueAt: due(clock, calendar).dueAt,
    };
  },
});

/** All of them; of an installation that began with this rule there are none. */
export async function recountPapersRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select c.id from case_file c
        where c.state = any($1::text[]) and c.is_supplied = false and c.outstanding_clock is not null
          and exists (
            select from jsonb_array_elements(c.promised_clock -> 'pauses') p
             where p ->> 'reason' = $2 and p ->> 'from' >= c.outstanding_clock ->> 'startAt'
               and not exists (
                 select from jsonb_array_elements(c.outstanding_clock -> 'pauses') t
                  where t ->> 'from' = p ->> 'from' and t ->> 'reason' = $2))
        order by c.id limit ${PER_ROUND}`,
      [[...UNDECIDED], SUSPENDED],
    );
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, recountPapers, wishes)) === PER_ROUND;
  }
}
export const recountPapersLoop: Loop = {
  name: 'cases.recount-papers',
  everyMs: HOURLY,
  run: recountPapersRound,
};
