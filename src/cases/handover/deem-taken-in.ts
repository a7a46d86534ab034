import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import type { Instant } from '#lib/time.ts';
import { becomesCase, takeInNeeds } from './becomes-case.ts';
import { handover } from './handover.ts';
import { receipted } from './receipt.ts';

/**
 * 逾期转为办件 — papers for our departments that nobody turned into a case within the five working days become one by
 * themselves, which is accepted from the day of the papers like any other that nobody answered (行政许可法 32).
 */
export const deemTakenIn = action(handover, {
  name: 'deem-taken-in',
  title: '逾期自动转为办件',
  about: '一次性告知期限届满仍未转为办件的，由系统转为办件，自收到材料之日起视为受理',
  may: { 'cases.liaison': 'toPlace' },
  hidden: true,
  from: ['sent', 'received'],
  to: ['received'],
  input: Type.Object({}),
  needs: takeInNeeds,
  when: (row, now) =>
    row.isToHere && row.caseId === null && row.item !== null && row.tellByAt !== null && now > row.tellByAt,
  decide(given) {
    const { handover: mine, calendar, now } = given;
    const { became, made } = becomesCase(given);
    if (mine.state !== 'sent') return [became, made];
    const told = { kind: 'received', number: null, at: now, note: '逾期未签收，由系统登记' } as const;
    return [{ ...receipted(mine, told, { now, calendar }), ...became }, made];
  },
});

const PER_ROUND = 500;
/** Takes in whatever lay beyond its five days, at the moment they ended. */
export async function takeInRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select h.id, h.tell_by_at from handover h join item i on i.id = h.item
        where h.tell_by_at < $1 and h.state in ('sent', 'received') and h.case_id is null and h.is_to_here
          and i.state = 'published' and i.is_on_application
        order by h.tell_by_at, h.id limit ${PER_ROUND}`,
      [app.now()],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: {},
      at: new Date(Date.parse(each['tell_by_at'] as string) + 1).toISOString() as Instant,
    }));
    isFull = (await performAll(app, deemTakenIn, wishes)) === PER_ROUND;
  }
}
export const takeInLoop: Loop = { name: 'cases.handovers-untaken', everyMs: 60_000, run: takeInRound };
