import { flag, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 窗口 — a counter of a site. An undifferentiated one 无差别综合窗口 takes any item on its list. */
export const serviceWindow = noun({
  name: 'window',
  as: 'window',
  path: 'windows',
  table: 'service_window', // WINDOW is a reserved word of SQL
  title: '窗口',
  states: { open: '开放', paused: '暂停', closed: '已关闭' },
  columns: {
    label: text('窗口号'),
    name: text('名称'),
    site: uuid('办事场所').measured(),
    organisation: uuid('进驻单位').measured(),
    region: text('所在区划').measured(),
    isUndifferentiated: flag('无差别综合窗口').measured(),
    pausedBecause: text('暂停原因').orNull(),
  },
  series: 'CK',
  see: { 'people.staff': 'anyone' },
  filters: ['site', 'organisation', 'region', 'state'],
  searched: ['label', 'name', 'number'],
});
export type ServiceWindow = RowOf<typeof serviceWindow>;
