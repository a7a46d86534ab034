import { instant, personal, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { IdentityKind, Kind, Level, Verification } from '../words.ts';

/**
 * 申请人 — a person or a firm that things are done for. A person is found by a keyed hash of the document's number, a firm
 * by its code, so each stands here once. The end of a phone is hidden: four digits open what is theirs to follow.
 */
export const applicant = noun({
  name: 'applicant',
  as: 'applicant',
  path: 'applicants',
  title: '申请人',
  states: { registered: '已登记', closed: '已注销' },
  columns: {
    kind: text<Kind>('类别').measured(),
    name: personal('姓名', 'name').orNull(),
    identityKind: text<IdentityKind>('证件种类').orNull(),
    identity: personal('证件号码', 'identity').orNull(),
    phone: personal('手机号', 'phone').orNull().withoutEnd(),
    firmName: text('单位名称').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    representative: personal('法定代表人（负责人）', 'name').orNull(),
    verifiedBy: text<Verification>('核验方式').measured(),
    verifiedAt: instant('核验时间').orNull().measured(),
    level: text<Level>('实名等级').measured(),
    because: text('注销原因').orNull(),
  },
  series: 'SR',
  see: { 'applicants.registrar': 'anyone', 'applicants.credit-keeper': 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['kind', 'verifiedBy', 'level', 'state'],
  searched: ['number', 'firmName', 'creditCode'],
});
export type Applicant = RowOf<typeof applicant>;

/** Who takes people and firms down at a counter. */
export const MAY = { 'applicants.registrar': 'anyone' } as const;
