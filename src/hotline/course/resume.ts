import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Reaction } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import { countedColumns } from '../order/deadline.ts';
import { stepBegun, stepNeeds } from '../order/step.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { isCounted, wasAnswered } from './ended.ts';

type Asked = { readonly row: { readonly mergedInto: string | null } };
/** Ended without a word to anybody but its own caller. */
const GONE: readonly string[] = ['withdrawn', 'void', 'sent-back'];

/** It is due again as it had been: the caller has waited all the while, so the clock it had has never stood still. */
function dueAgain(order: WorkOrder) {
  if (order.dueAt === null || isCounted(order) || wasAnswered(order)) return {};
  return countedColumns(order.registeredAt, order.dueAt);
}

/**
 * 恢复单独办理 — what an order was merged into has been withdrawn, voided or given back to the city: that was another
 * person's word, and this one is still owed an answer. It goes back to the unit that had it, under the clock it had, or
 * to the dispatcher where nobody had it yet.
 */
export const resume = action(workOrder, {
  name: 'resume',
  title: '恢复单独办理',
  about: '并入的工单被撤回、作废或退回后，由系统恢复单独办理',
  may: { 'hotline.supervisor': 'place' },
  hidden: true,
  from: ['merged'],
  to: ['registered', 'dispatched'],
  input: Type.Object({}),
  needs: { target: find(workOrder, ({ row }: Asked) => ({ id: row.mergedInto ?? '' })), ...stepNeeds },
  when: (order) => order.mergedInto !== null,
  decide({ order, target, calendar, rules, steps, now }) {
    if (!target || !GONE.includes(target.state)) refuse('hotline.target-stands');
    const state = order.handler === null ? 'registered' : 'dispatched';
    return {
      state,
      mergedInto: null,
      resumedAt: now,
      closedAt: null,
      outcome: null,
      handedAt: order.handler === null ? null : now,
      signedAt: null,
      ...dueAgain(order),
      ...stepBegun(state, order.isUrgent, { calendar, rules, steps, now }),
    };
  },
});

async function resumeAll(app: App, into: string): Promise<void> {
  const found = await app.query(
    `select id from work_order where merged_into = $1 and state = 'merged' order by id`,
    [into],
  );
  await performAll(
    app,
    resume,
    found.map((row) => ({ id: row['id'] as string, input: {} })),
  );
}

/** Whichever way an order goes, what was merged into it does not go with it. */
export const resumeMerged: readonly Reaction[] = [
  'withdraw',
  'take-back',
  'void',
  'grant-void',
  'return-to-city',
].map((verb) => ({
  after: `work-order.${verb}`,
  name: `hotline.resume-after-${verb}`,
  react: ({ subject }, app) => resumeAll(app, subject),
}));
