import { day, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 依据核对 — a task: this item cites what changed; somebody revises it, or finds that it still holds. */
export const basisCheck = noun({
  name: 'basis-check',
  as: 'check',
  path: 'basis-checks',
  title: '依据核对',
  states: { open: '待核对', revised: '已修订', kept: '核对无误' },
  columns: {
    notice: uuid('法规依据变动'),
    item: uuid('事项'),
    place: text('目录所属区划').measured(),
    organisation: uuid('实施部门').orNull().measured(),
    /** Where it cites it, as it stood then. */
    cited: text('引用处'),
    openedOn: day('列入日期').measured(),
    closedOn: day('核对日期').orNull().measured(),
    note: text('说明').orNull(),
  },
  series: 'HD',
  see: { 'people.staff': 'anyone' },
  filters: ['notice', 'item', 'organisation', 'state'],
  searched: ['number'],
});
export type BasisCheck = RowOf<typeof basisCheck>;
