import { day, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { ElementKey } from '../elements/elements.ts';

/**
 * 比对处理 — what was decided about one field in which an item differs from the catalogue above. It stands for the two
 * texts it was decided about: when either changes, the difference is open again.
 */
export const itemDifference = noun({
  name: 'item-difference',
  as: 'difference',
  path: 'item-differences',
  title: '比对处理',
  states: { adopted: '采纳上级', declined: '保留本地' },
  columns: {
    item: uuid('事项'),
    above: uuid('上级事项'),
    place: text('目录所属区划').measured(),
    field: text<ElementKey>('要素').measured(),
    ownText: text('本地').orNull(),
    aboveText: text('上级').orNull(),
    reason: text('理由'),
    decidedOn: day('处理日期').measured(),
    decidedBy: text('处理人'),
  },
  series: 'BD',
  see: { 'people.staff': 'anyone' },
  filters: ['item', 'above', 'state', 'field'],
  searched: ['number', 'reason'],
});
export type ItemDifference = RowOf<typeof itemDifference>;
