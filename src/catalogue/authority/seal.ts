import { day, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 行政审批专用章 — one seal for all approvals of a department (一枚印章管审批): where it is and since when; no picture. */
export const approvalSeal = noun({
  name: 'approval-seal',
  as: 'seal',
  path: 'approval-seals',
  title: '行政审批专用章',
  states: { engraved: '已刻制', 'in-use': '使用中', returned: '已缴销' },
  columns: {
    organisation: uuid('部门').measured(),
    name: text('印章名称'),
    /** Empty: every item of its department. */
    items: json<readonly string[]>('限用于这些事项'),
    engravedOn: day('刻制日期').measured(),
    inUseFrom: day('启用日期').orNull().measured(),
    returnedOn: day('缴销日期').orNull().measured(),
    returnedBecause: text('缴销原因').orNull(),
  },
  series: 'YZ',
  see: { 'people.staff': 'anyone' },
  filters: ['organisation', 'state'],
  searched: ['name', 'number'],
});
export type ApprovalSeal = RowOf<typeof approvalSeal>;
