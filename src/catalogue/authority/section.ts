import { day, flag, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 行政审批股 — the one section of a department in which its approvals are gathered (三集中), with its chief representative. */
export const approvalSection = noun({
  name: 'approval-section',
  as: 'section',
  path: 'approval-sections',
  title: '行政审批股',
  states: { active: '已设立', abolished: '已撤销' },
  columns: {
    organisation: uuid('部门').measured(),
    name: text('名称'),
    chief: text('首席代表').orNull(),
    isAtHall: flag('整建制进驻大厅').measured(),
    document: text('设立文件').orNull(),
    establishedOn: day('设立日期').measured(),
    abolishedOn: day('撤销日期').orNull().measured(),
  },
  series: 'SPG',
  see: { 'people.staff': 'anyone' },
  filters: ['organisation', 'state'],
  searched: ['name', 'number', 'chief'],
});
export type ApprovalSection = RowOf<typeof approvalSection>;
/** The office of reform sets up, authorises and withdraws, each within its place. */
export const MAY = { 'catalogue.publisher': 'organisation' } as const;
