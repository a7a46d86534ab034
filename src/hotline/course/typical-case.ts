import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note, Reason } from '../order/fields.ts';
import { ANSWERED } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';

const TOLD = [...ANSWERED, 'closed'] as const;

/** 报送典型案例 — a unit or the office thinks that an answered order is worth telling others about. */
export const putForwardCase = action(workOrder, {
  name: 'put-forward-case',
  title: '报送典型案例',
  may: { 'hotline.handler': 'handler', 'hotline.dispatcher': 'place' },
  from: [...TOLD],
  to: [...TOLD],
  input: Type.Object({ reason: Reason('报送理由') }),
  when: (order) => order.caseStanding === null,
  decide: ({ order, now }) => ({ state: order.state, caseStanding: 'put-forward', putForwardAt: now }),
});

/** 选用典型案例 — the district chooses among those put forward. */
export const selectCase = action(workOrder, {
  name: 'select-case',
  title: '选用典型案例',
  may: { 'hotline.supervisor': 'place' },
  from: [...TOLD],
  to: [...TOLD],
  input: Type.Object({ note: Type.Optional(Note) }),
  when: (order) => order.caseStanding === 'put-forward',
  decide: ({ order, now }) => ({ state: order.state, caseStanding: 'selected', selectedAt: now }),
});

/** 上报典型案例 — to the city. */
export const sendCase = action(workOrder, {
  name: 'send-case',
  title: '上报典型案例',
  may: { 'hotline.supervisor': 'place', 'hotline.gateway': 'place' },
  from: [...TOLD],
  to: [...TOLD],
  input: Type.Object({ note: Type.Optional(Note) }),
  when: (order) => order.caseStanding === 'selected',
  decide: ({ order }) => ({ state: order.state, caseStanding: 'sent' }),
});
