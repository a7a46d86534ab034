import { flag, instant, integer, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Clock } from '#calendar/index.ts';
import { caseFile } from '../file/case-file.ts';

/** 分支种类: a department looks at the papers before acceptance, or gives its opinion after it. */
const BRANCH_KINDS = { check: '收件核验', opinion: '审批' } as const;
export type BranchKind = keyof typeof BRANCH_KINDS;

/**
 * 审批分支 — what one department has to say about a case. Its case guards it: the last branch finishes the examination
 * exactly once. A branch sent back alone leaves the others as they are.
 */
export const branch = noun({
  name: 'case-branch',
  as: 'branch',
  path: 'case-branches',
  title: '审批分支',
  states: {
    waiting: '待前序',
    asked: '待办',
    'sent-back': '已退回窗口',
    agreed: '同意',
    objected: '不同意',
    released: '已解除',
  },
  columns: {
    caseId: uuid('办件').measured(),
    caseNumber: text('办件编号'),
    itemName: text('事项名称'),
    kind: text<BranchKind>('分支种类').measured(),
    department: uuid('办理部门').measured(),
    /** Of the case: who sees that one sees its branches. */
    place: text('受理地').measured(),
    /** Branches of one number run side by side; a higher number waits for all lower ones. */
    stage: integer('次序'),
    days: integer('时限（工作日）').orNull(),
    askedAt: instant('交办时间').orNull().measured(),
    /** Stands still with the clock of its case; null of those that have no days, and of those asked before it was kept. */
    clock: json<Clock>('分支时限').orNull(),
    dueAt: instant('分支期限').orNull().measured(),
    /** 须先勘查: the item sends this department to the place before it agrees. */
    isSeenFirst: flag('须先现场勘查').orNull(),
    /** 下级初审: of a lower body, before the others, within its own days of the acceptance (行政许可法 43). */
    isFirstReview: flag('下级初审').orNull().measured(),
    request: prose('交办说明').orNull(),
    sentBackReason: prose('退回原因').orNull(),
    sendBacks: integer('退回次数').orNull().measured(),
    opinion: prose('意见').orNull(),
    /** 退回、不同意、再问: what was said before the branch was asked again, a line each. */
    saidBefore: prose('此前意见').orNull(),
    answeredAt: instant('答复时间').orNull().measured(),
    answeredBy: uuid('答复人').orNull(),
    /** Who had answered before it was asked again: they have examined all the same (行政许可法 48). */
    answeredBefore: json<readonly string[]>('此前答复人').orNull(),
    /** Null where it had no days, and of answers from before it was kept. */
    isInTime: flag('按期答复').orNull().measured(),
  },
  series: 'FZ',
  root: caseFile,
  rootColumn: 'caseId',
  see: {
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.clerk': 'place',
    'cases.inspector': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'caseId', 'department', 'kind'],
  searched: ['caseNumber', 'itemName'],
});
export type Branch = RowOf<typeof branch>;
