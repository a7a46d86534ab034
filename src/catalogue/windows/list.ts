import { day, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { WindowType } from '../words.ts';

/** 窗口受理清单 — of which type a window is, and what it takes: all items of some departments, and single ones besides. */
export const windowList = noun({
  name: 'window-list',
  as: 'list',
  path: 'window-lists',
  title: '窗口受理清单',
  states: { 'in-use': '执行中', ended: '已停用' },
  columns: {
    serviceWindow: uuid('窗口').measured(),
    region: text('所在区划').measured(),
    organisation: uuid('窗口单位').measured(),
    kind: text<WindowType>('窗口类别').measured(),
    /** Of a town: which of its windows, by the setting. */
    townWindow: text('镇（街道）窗口').orNull(),
    departments: json<readonly string[]>('全部事项纳入的部门'),
    items: json<readonly string[]>('另行纳入的事项'),
    startsOn: day('执行日期').measured(),
    endedOn: day('停用日期').orNull().measured(),
  },
  series: 'CKQD',
  see: { 'people.staff': 'anyone' },
  filters: ['serviceWindow', 'kind', 'organisation', 'state', 'region'],
  searched: ['number', 'townWindow'],
});
export type WindowList = RowOf<typeof windowList>;
