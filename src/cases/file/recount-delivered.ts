import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { inTime } from '../clocks.ts';
import { caseFile } from './case-file.ts';

const PER_ROUND = 500;
const HOURLY = 3_600_000;

/**
 * 补记是否按期送达 — of results that were handed over, together with others of their bundle, before that door wrote it down: a
 * share of what is on record alone would be a wrong one.
 */
export const recountDelivered = action(caseFile, {
  name: 'recount-delivered',
  title: '补记是否按期送达',
  about: '早先送达而未记是否在法定期限内的，由系统按送达时间和送达期限补记',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: ['completed', 'revoked'],
  to: ['completed', 'revoked'],
  input: Type.Object({}),
  when: (row) => row.isDeliveredInTime === null && row.issueDueAt !== null && row.completedAt !== null,
  decide: ({ caseFile: mine }) => ({
    state: mine.state,
    isDeliveredInTime: inTime(mine.completedAt!, mine.issueDueAt), // `when` has seen to both.
  }),
});

/** All of them; of an installation that began with this rule there are none. */
export async function recountRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id from case_file
        where is_delivered_in_time is null and issue_due_at is not null and completed_at is not null
        order by id limit ${PER_ROUND}`,
      [],
    );
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, recountDelivered, wishes)) === PER_ROUND;
  }
}
export const recountLoop: Loop = { name: 'cases.recount-delivered', everyMs: HOURLY, run: recountRound };
