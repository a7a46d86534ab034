import { Type } from 'typebox';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { contactDoubts } from './contact-doubts.ts';

/** 答复审核 — what the reviewer should know before a reply goes out: whether the contact on record is believable. */
export const replyReview = view({
  name: 'hotline.reply-review',
  title: '答复审核提示',
  path: '/work-orders/{key}/review',
  may: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place', 'hotline.caller-back': 'place' },
  query: Type.Object({ key: Type.String({ title: '工单', minLength: 1, maxLength: 60 }) }),
  read: async ({ query, by, app }) => {
    const order = (await getRow(workOrder, query.key, { by, app })) as unknown as WorkOrder;
    return { doubts: contactDoubts(order), reworks: order.reworks ?? 0, isOnTime: order.isOnTime };
  },
});
