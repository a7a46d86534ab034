import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { instant, prose, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';

/** 协办 — what a further unit is asked to contribute. It sees its own request, not the whole order. */
export const assistance = noun({
  name: 'assistance',
  as: 'assistance',
  path: 'assistances',
  title: '协办',
  states: { asked: '待协办', answered: '已回复', released: '已解除' },
  columns: {
    orderId: uuid('工单'),
    orderNumber: text('工单编号'),
    unit: uuid('协办单位').measured(),
    /** Of the order: who sees that one sees its help. Null in rows of before there was this column. */
    place: text('所在区划').orNull().measured(),
    lead: uuid('主办单位'),
    title: text('标题'),
    request: prose('协办要求'),
    askedAt: instant('要求时间'),
    answer: prose('协办意见').orNull(),
    answeredAt: instant('回复时间').orNull(),
  },
  // What the unit brings itself; what others bring may tell who spoke and belongs on the order.
  reservedFiles: {
    when: 'always',
    knows: { 'hotline.supervisor': 'place' },
    gives: { 'hotline.handler': 'unit' },
  },
  series: 'XB',
  see: { 'hotline.handler': 'unit', 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' },
  filters: ['state', 'orderId', 'unit', 'lead'],
  searched: ['title', 'orderNumber'],
});

/** 回复协办: goes to the lead unit, which answers the caller. */
export const answerAssistance = action(assistance, {
  name: 'answer',
  title: '回复协办',
  may: { 'hotline.handler': 'unit' },
  from: ['asked'],
  to: ['answered'],
  input: Type.Object({
    text: Type.String({ title: '协办意见', minLength: 2, maxLength: 5000, keep: 'never' }),
  }),
  decide: ({ input, now }) => ({ state: 'answered', answer: input.text, answeredAt: now }),
});
