import { day, instant, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Instant } from '#lib/time.ts';
import type { BadFaith } from './words.ts';

/** What one person asks and nobody has agreed to yet. */
export interface AskedAnnul {
  readonly by: string;
  readonly at: Instant;
  readonly basis: string;
}
/**
 * 不得再次申请 — who was found to have hidden or forged something, or to have got a licence by improper means, may not apply for that licence
 * again until its last day; known by the keyed hash of the document's number or by the code of the firm, at every door.
 */
export const applicationBar = noun({
  name: 'application-bar',
  as: 'bar',
  path: 'application-bars',
  title: '限制申请记录',
  states: { barred: '限制申请', over: '已期满', annulled: '已撤销' },
  columns: {
    caseId: uuid('办件'),
    caseNumber: text('办件编号'),
    item: uuid('事项').measured(),
    itemName: text('事项名称'),
    basicCode: text('基本编码').orNull(),
    department: uuid('决定机关').measured(),
    place: text('受理地').measured(),
    name: personal('申请人', 'name').orNull(),
    identity: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    ground: text<BadFaith>('情形').measured(),
    decidedOn: day('决定日期').measured(),
    lastDay: day('不得再次申请至（含当日）').measured(),
    /** 决定被撤销或者变更: two people say so. */
    askedAnnul: json<AskedAnnul>('待复核的撤销').orNull(),
    annulledAt: instant('撤销时间').orNull().measured(),
    annulledBy: uuid('复核撤销的人').orNull(),
    annulledBecause: prose('撤销依据').orNull(),
  },
  series: 'XZ',
  see: {
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'cases.decider': 'department',
    'cases.head': 'department',
    'applicants.credit-keeper': 'anyone',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'item', 'department', 'ground'],
  searched: ['number', 'caseNumber', 'itemName'],
});
export type ApplicationBar = RowOf<typeof applicationBar>;
