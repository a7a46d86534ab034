import { personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { workOrder } from './work-order.ts';

/**
 * 保密诉求人 — who spoke, where the handler must not know. It lies in a row of its own that only the hotline office may
 * see, so that no list, export or answer of the order can give it away; contact goes through the office. What was said with
 * a name or a number in it lies here too: the order holds the covered words (`covering/`).
 */
export const protectedCaller = noun({
  name: 'protected-caller',
  as: 'caller',
  path: 'protected-callers',
  title: '保密诉求人',
  states: { kept: '保密', checked: '保密，遮盖稿已核对' },
  columns: {
    orderId: uuid('工单'),
    place: text('所在区划'),
    name: personal('诉求人', 'name').orNull(),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    address: personal('地址', 'address').orNull(),
    /** Null where the order's own words had nothing to cover. */
    title: prose('原标题').orNull(),
    text: prose('原文').orNull(),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'BM',
  root: workOrder,
  rootColumn: 'orderId',
  see: { 'hotline.agent': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  filters: ['orderId', 'state'],
});
