import { day, instant, integer, json, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 设置 — one decision about a declared setting: its value from a day on, and on what ground. */
export const settingNoun = noun({
  name: 'setting',
  as: 'setting',
  path: 'settings',
  title: '设置',
  states: { decided: '已设定' },
  columns: {
    name: text('设置项').measured(),
    sequence: integer('第几次设定'),
    value: json<unknown>('值'),
    basis: text('依据'),
    effectiveOn: day('生效日期').measured(),
    decidedAt: instant('设定时间').measured(),
    decidedBy: text('设定人'),
  },
  series: 'SZ',
  see: { 'people.staff': 'anyone' },
  filters: ['name'],
  searched: ['name', 'basis'],
});
export type SettingRow = RowOf<typeof settingNoun>;
