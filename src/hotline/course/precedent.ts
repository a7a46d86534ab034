import { instant, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';

/** 先例 — who handles a topic at a place, as a supervisor has ruled; it pre-fills the next dispatch of its kind. */
export const precedent = noun({
  name: 'precedent',
  as: 'precedent',
  path: 'precedents',
  title: '裁定先例',
  states: { 'in-force': '有效', superseded: '已被取代' },
  columns: {
    topic: text('诉求主题'),
    place: text('所在区划'),
    handler: uuid('承办单位'),
    reason: text('裁定理由'),
    ruledAt: instant('裁定时间'),
    orderId: uuid('工单'),
    orderNumber: text('工单编号'),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'CD',
  see: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place', 'hotline.handler': 'handler' },
  filters: ['state', 'topic', 'place', 'handler'],
  searched: ['orderNumber', 'reason'],
});
