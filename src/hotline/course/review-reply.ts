import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note, Reason } from '../order/fields.ts';
import { STEP_OVER } from '../order/step.ts';
import { workOrder } from '../order/work-order.ts';

/** 审核通过 — the office has read the reply and lets it go to the caller, or up to the city. */
export const approveReply = action(workOrder, {
  name: 'approve-reply',
  title: '审核通过',
  may: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' },
  from: ['replied'],
  to: ['approved'],
  input: Type.Object({ note: Type.Optional(Note) }),
  decide: ({ now }) => ({ state: 'approved', approvedAt: now, ...STEP_OVER }),
});

/**
 * 返工 — the reply does not answer, or the caller was never contacted. The original deadline keeps running, and what was
 * said is no answer yet: the time of the reply is that of the next one.
 */
export const sendBack = action(workOrder, {
  name: 'send-back',
  title: '返工',
  about: '答复不合格的退回承办单位重写；原期限继续计算',
  may: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place', 'hotline.caller-back': 'place' },
  from: ['replied', 'approved'],
  to: ['reworking'],
  input: Type.Object({ reason: Reason('返工理由') }),
  decide: ({ order }) => ({
    state: 'reworking',
    repliedAt: null,
    approvedAt: null,
    ...STEP_OVER,
    reworks: (order.reworks ?? 0) + 1,
  }),
});
