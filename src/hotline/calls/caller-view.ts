import { Type } from 'typebox';
import { withoutEnd, type Personal } from '#lib/action/column.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { call, type Call } from './call.ts';
import { historyOf } from './history-view.ts';

/**
 * 来电弹屏 — what the agent's screen shows when it rings: the call, its number masked, and what this caller has brought
 * before. Found by the call, so that no number stands in an address.
 */
export const callerView = view({
  name: 'hotline.caller',
  title: '来电弹屏',
  path: '/calls/{id}/caller',
  may: { 'hotline.agent': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  query: Type.Object({ id: Type.String({ title: '来电标识或编号', maxLength: 40 }) }),
  read: async ({ query, by, app }) => {
    const mine = (await getRow(call, query.id, { by, app })) as Call;
    const phone = mine.phone as Personal | null;
    const { id, number, state, line, arrivedAt, agent, orderId } = mine;
    return {
      call: { id, number, state, line, arrivedAt, agent, orderId, phone: phone && withoutEnd(phone.mask) },
      ...(phone === null
        ? { orders: [], count: 0, open: 0, calls: [] }
        : await historyOf(app, phone.hash, by)),
    };
  },
});
