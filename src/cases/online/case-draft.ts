import { day, flag, json, personal, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { APPLICANT } from '#people/index.ts';
import type { ApplicantKind } from '../words.ts';

/** A file handed in for a paper that the item asks for. */
export interface DraftFile {
  readonly paper: string;
  /** The attachment's id. */
  readonly attachment: string;
}

/**
 * 申请草稿 — an application before it is one: filled in step by step, kept for so many days, and made a case once. The
 * applicant's own name and number are not copied here; they are read from their record when it is sent.
 */
export const caseDraft = noun({
  name: 'case-draft',
  as: 'draft',
  path: 'case-drafts',
  title: '申请草稿',
  states: { open: '填写中', submitted: '已提交', discarded: '已放弃', expired: '已过期' },
  columns: {
    /** What it is for: an item, or several as one thing; or papers that follow for a case that is there. */
    item: uuid('事项').orNull(),
    theme: uuid('一件事主题').orNull(),
    supplies: uuid('补交材料的办件').orNull(),
    /** 延续: number of the case or paper that it renews. */
    renews: text('延续的原办件编号或文书号').orNull(),
    itemCode: text('事项编码'),
    itemName: text('事项名称'),
    place: text('受理地'),
    /** Who fills it in; the agent where there is a mandate. */
    applicant: uuid('填写人').orNull(),
    /** Whom it is for, and by which mandate; null for oneself. */
    principal: uuid('委托人').orNull(),
    mandate: uuid('委托书').orNull(),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    /** Without who somebody is; the whole where anything was covered. */
    matter: text('申请内容').orNull(),
    matterWhole: personal('申请内容原文', 'words').orNull(),
    answers: json<Readonly<Record<string, string>>>('情形选择'),
    isCommitted: flag('选择告知承诺'),
    files: json<readonly DraftFile[]>('已传材料'),
    expiresOn: day('保留到'),
    /** By which a counter opens it; null for papers that follow. */
    code: text('提取码').orNull(),
    /** Who filled it in at a counter for somebody without an account, and for whom. */
    clerk: uuid('代填的窗口人员').orNull(),
    applicantKind: text<ApplicantKind>('申请人类别').orNull(),
    applicantName: personal('申请人', 'name').orNull(),
    applicantId: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    caseFile: uuid('办件').orNull(),
    bundle: uuid('一件事').orNull(),
  },
  series: 'CG',
  see: { [APPLICANT]: 'applicant' },
  filters: ['state', 'item'],
});
export type CaseDraft = RowOf<typeof caseDraft>;
