import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { Reason } from '../order/fields.ts';
import { ENDED, RUNNING } from '../order/words.ts';
import { STEP_OVER } from '../order/step.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { attached, letGo } from './attached.ts';
import { isCounted, wasAnswered } from './ended.ts';
import { isOurs } from './ours.ts';

const ASKED = ['registered', ...RUNNING, 'replied', 'approved', 'closed'] as const;
const isAsked = (order: WorkOrder): boolean => order.askedVoid !== null;

/** 申请作废 — of what has been sent out or answered: it stands in the figures, so two must agree that it never should have. */
export const askVoid = action(workOrder, {
  name: 'ask-void',
  title: '申请作废',
  about: '已派单或已答复的工单，由一人申请、另一人批准才能作废；作废后单列，不再计入应办理',
  may: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' },
  from: [...ASKED],
  to: [...ASKED],
  input: Type.Object({ reason: Reason('作废理由') }),
  needs: speakerNeeds,
  when: (order) => isOurs(order) && !isAsked(order) && (isCounted(order) || wasAnswered(order)),
  decide: ({ order, input, speakers, by, now }) => ({
    state: order.state,
    askedVoid: { reason: coverIn(order, speakers).note(input.reason), askedAt: now, askedBy: by.id },
  }),
});

/** Refuses the applicant as judge. */
function decidedBy(order: WorkOrder, person: string): void {
  if (order.askedVoid!.askedBy === person) refuse('hotline.own-application');
}

/** 批准作废 — by another person than the applicant. The order leaves what was due and stands in a line of its own. */
export const grantVoid = action(workOrder, {
  name: 'grant-void',
  title: '批准作废',
  may: { 'hotline.supervisor': 'place' },
  from: [...ASKED],
  to: ['void'],
  input: Type.Object({ reason: Reason('批准的理由') }),
  needs: attached,
  when: isAsked,
  decide({ order, by, now, helpers, notices, relays, promises }) {
    decidedBy(order, by.id);
    const gone = {
      state: 'void',
      outcome: 'void',
      closedAt: now,
      isVoidedCounted: isCounted(order) ? true : null,
      countedDueAt: null,
      isDueLaterYear: null,
      isOnTime: null,
      ...STEP_OVER,
      askedVoid: null,
      askedExtension: null,
      exclusion: order.exclusion === 'asked' ? null : order.exclusion,
    } as const;
    return [gone, ...letGo({ helpers, notices, relays, promises })];
  },
});

const REFUSABLE = [...ASKED, 'submitted', ...ENDED.filter((state) => state !== 'closed')] as const;

/** 不批准作废 — it counts like any other. */
export const declineVoid = action(workOrder, {
  name: 'decline-void',
  title: '不批准作废',
  may: { 'hotline.supervisor': 'place' },
  from: [...REFUSABLE],
  to: [...REFUSABLE],
  input: Type.Object({ reason: Reason('不批准的理由') }),
  when: isAsked,
  decide({ order, by }) {
    decidedBy(order, by.id);
    return { state: order.state, askedVoid: null };
  },
});
