import { day, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { FormerName } from '../dates.ts';

export const ORGANISATION_KINDS = {
  department: '工作部门',
  institution: '所属单位',
  section: '内设股室',
  town: '乡镇（街道）',
  village: '村（社区）',
  utility: '公用企业',
  other: '其他单位',
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** 单位 — a department, sub-unit, section, town office … It lies in its region and below its parent. */
export const organisation = noun({
  name: 'organisation',
  as: 'organisation',
  path: 'organisations',
  title: '单位',
  states: { active: '正常', merged: '已并入', closed: '已撤销' },
  columns: {
    name: text('名称'),
    shortName: text('简称'),
    kind: text<OrganisationKind>('类别').measured(),
    creditCode: text('统一社会信用代码').orNull(),
    region: text('行政区划').measured(),
    parent: uuid('上级单位').orNull().measured(),
    remit: json<readonly string[]>('职责范围'),
    phone: text('办公电话').orNull(),
    establishedOn: day('设立日期').orNull(),
    endedOn: day('撤销或并入日期').orNull(),
    successor: uuid('承接单位').orNull(),
    formerNames: json<readonly FormerName[]>('曾用名'),
  },
  series: 'JG',
  see: { 'people.staff': 'anyone' },
  filters: ['kind', 'region', 'parent', 'state'],
  searched: ['name', 'shortName', 'number'],
});
export type Organisation = RowOf<typeof organisation>;
