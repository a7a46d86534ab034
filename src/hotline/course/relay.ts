import { instant, prose, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { workOrder } from '../order/work-order.ts';

/** 转达 — a question to a caller whose name the unit may not know; the hotline office asks and brings the answer. */
export const relay = noun({
  name: 'relay',
  as: 'relay',
  path: 'relays',
  title: '转达',
  states: { asked: '待转达', answered: '已回复', dropped: '已取消' },
  columns: {
    orderId: uuid('工单'),
    orderNumber: text('工单编号'),
    place: text('所在区划'),
    unit: uuid('承办单位'),
    question: prose('请代问的内容'),
    askedAt: instant('提出时间').measured(),
    answer: prose('诉求人的答复').orNull(),
    answeredAt: instant('回复时间').orNull().measured(),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'ZD',
  root: workOrder,
  rootColumn: 'orderId',
  see: {
    'hotline.agent': 'place',
    'hotline.caller-back': 'place',
    'hotline.supervisor': 'place',
    'hotline.handler': 'unit',
  },
  filters: ['state', 'orderId', 'unit'],
  searched: ['orderNumber'],
});
