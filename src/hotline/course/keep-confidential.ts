import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { opened } from '#lib/action/need.ts';
import { coverOf } from '../covering/cover.ts';
import { coveredWords } from '../covering/words.ts';
import { Reason } from '../order/fields.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { OPEN } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { coveredBelow, coveredColumns, worded } from './covered-later.ts';

type Asked = { readonly row: { readonly id: string } };

/**
 * 保密 — on request, at any time while the order is open: who spoke leaves the order for a row of its own, and the order
 * leaves the public list. What was said of the caller meanwhile is covered with it, on the order and on what hangs on it.
 * What a unit has read before it cannot unread; the history says when that was.
 */
export const keepConfidential = action(workOrder, {
  name: 'keep-confidential',
  title: '诉求人要求保密',
  about:
    '把诉求人的姓名、电话、地址移出工单，标题、内容和办理中的文字改为遮盖稿；此后承办单位只能经热线办公室联系',
  may: {
    'hotline.agent': 'place',
    'hotline.dispatcher': 'place',
    'hotline.caller-back': 'place',
    'hotline.supervisor': 'place',
  },
  from: [...OPEN],
  to: [...OPEN],
  input: Type.Object({ reason: Reason('要求保密的说明') }),
  needs: { known: opened(workOrder, ({ row }: Asked) => ({ id: row.id })), ...worded },
  when: (order) => order.isConfidential !== true,
  decide({ order, known, helpers, notices, promises, rulings }) {
    const { callerName: saidName, callerPhone: saidPhone, address: saidAddress } = known[0] ?? {};
    const recorded = { name: saidName, phone: saidPhone, address: saidAddress };
    const { open, original } = coveredWords({ title: order.title, text: order.text }, recorded);
    const cover = coverOf(recorded);
    const patch = {
      state: order.state,
      ...open,
      ...coveredColumns(order, cover),
      isConfidential: true,
      callerName: null,
      callerPhone: null,
      address: null,
      isPublishable: null,
      publishedAt: null,
      publicTitle: null,
      publicText: null,
      publicReply: null,
    } as const;
    const { callerName: name, callerPhone: phone, address, id: orderId, place } = order;
    const isKept = name !== null || phone !== null || address !== null || original.text !== null;
    const kept = { state: 'kept', orderId, place, name, phone, address, ...original } as const;
    const below = coveredBelow({ helpers, notices, promises, rulings }, cover);
    return [patch, ...(isKept ? [create(protectedCaller, kept)] : []), ...below];
  },
});
