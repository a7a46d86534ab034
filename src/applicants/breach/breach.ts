import { day, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * 失信记录 — what bars from acceptance with outstanding materials and from commitment until it is repaired
 * (law-and-standards §2: 容缺受理、告知承诺).
 */
export const breach = noun({
  name: 'breach',
  as: 'breach',
  path: 'breaches',
  title: '失信记录',
  states: { unrepaired: '未修复', repaired: '已修复', annulled: '已撤销' },
  columns: {
    /** Null of whoever applied at a counter and was never registered; then number or code says who. */
    applicant: uuid('申请人').orNull().measured(),
    name: personal('失信人', 'name').orNull(),
    identity: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    occurredOn: day('失信日期').measured(),
    reason: prose('事由'),
    source: text('来源'),
    repairedOn: day('修复日期').orNull().measured(),
    endedBecause: text('修复或撤销依据').orNull(),
  },
  series: 'SX',
  see: { 'applicants.credit-keeper': 'anyone', 'applicants.registrar': 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['applicant', 'state'],
  searched: ['number', 'source'],
});
export type Breach = RowOf<typeof breach>;
export const MAY = { 'applicants.credit-keeper': 'anyone' } as const;
