import { day, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { DelegationLevel } from '../words.ts';

/** 赋权事项 — an item that towns, or villages, may handle themselves: all of the level or those named, from one day to another. */
export const delegation = noun({
  name: 'delegation',
  as: 'delegation',
  path: 'delegations',
  title: '赋权事项',
  states: { delegated: '已赋权', withdrawn: '已收回' },
  columns: {
    item: uuid('事项'),
    code: text('事项编码'),
    name: text('事项名称'),
    place: text('目录所属区划').measured(),
    level: text<DelegationLevel>('层级').measured(),
    /** Codes of regions; empty: every one of the level. */
    places: json<readonly string[]>('限于这些地方'),
    startsOn: day('赋权起日').measured(),
    endsOn: day('赋权止日').orNull(),
    /** The first day without it: after its last, or when it was taken back. */
    lapsesOn: day('失效日期').orNull().measured(),
    /** Common to the codes that each town has of its own for one item. */
    basicCode: text('基本编码').orNull(),
    /** An item that several places have counts once: on its first row, from the first of them to the last (`counted-once.ts`). */
    countsFrom: day('项数计入日期').orNull().measured(),
    countsUntil: day('项数扣除日期').orNull().measured(),
    document: text('文件名称和文号'),
    withdrawnBecause: text('收回原因').orNull(),
  },
  series: 'FQ',
  see: { 'people.staff': 'anyone' },
  filters: ['level', 'item', 'state', 'place'],
  searched: ['code', 'name', 'number', 'document'],
});
export type Delegation = RowOf<typeof delegation>;
