import { flag, instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { ApplicantKind } from '../words.ts';
import {
  HANDOVER_STATES,
  type Decider,
  type EnclosedPaper,
  type HandedOut,
  type Receipt,
  type Result,
} from './words.ts';

/**
 * 异地交接 (全域通办、跨省通办) — an envelope of papers that one place takes and another decides, with the receipts of both
 * sides. Counted by whose authority decides; where the counter stood is another axis of the same envelope.
 */
export const handover = noun({
  name: 'handover',
  as: 'handover',
  path: 'handovers',
  title: '异地交接',
  states: HANDOVER_STATES,
  columns: {
    /** Ours, when it stands in our catalogue, which then says whose authority decides; of any other the counter says it. */
    item: uuid('本地事项').orNull().measured(),
    itemCode: text('事项编码').orNull(),
    itemName: text('事项名称'),
    authority: text<Decider>('决定权属').measured(),
    authorityName: text('决定机关').orNull(),

    applicantKind: text<ApplicantKind>('申请人类别').measured(),
    applicantName: personal('申请人', 'name'),
    applicantId: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    papers: json<readonly EnclosedPaper[]>('材料清单'),
    paperCount: integer('材料份数'),

    fromPlace: text('收件地').measured(),
    fromName: text('收件地名称'),
    toPlace: text('办理地').measured(),
    toName: text('办理地名称'),
    isFromHere: flag('本地收件').measured(),
    isToHere: flag('本地办理').measured(),
    isOtherProvince: flag('跨省').measured(),

    sentAt: instant('寄送时间').measured(),
    sentBy: uuid('寄送人').orNull(),
    /** 对方编号: of the sender, for an envelope that came from another place. */
    sourceNumber: text('来件编号').orNull(),
    /** However the number is typed. */
    sourceKey: text('来件编号（不分大小写、全半角）').orNull(),
    /** As the rule was when it was sent. */
    receiptDays: integer('签收期限（工作日）'),
    receiptDueAt: instant('签收期限'),
    receivedAt: instant('签收时间').orNull().measured(),
    receivedBy: uuid('签收人').orNull(),
    /** 一次性告知期限 of papers for our departments, from the day an administrative counter of ours got them (行政许可法 32). */
    tellDays: integer('一次性告知时限（工作日）').orNull(),
    tellByAt: instant('一次性告知期限').orNull(),
    receiptNumber: text('签收回执号').orNull(),
    isReceiptLate: flag('回执逾期').orNull().measured(),
    acceptedAt: instant('对方受理时间').orNull().measured(),
    declinedAt: instant('不予受理时间').orNull().measured(),
    declinedBecause: prose('不予受理理由').orNull(),
    /** 办理地承诺的办结天数 (working days), from the acceptance there. */
    resultDays: integer('办理时限（工作日）').orNull(),
    resultDueAt: instant('结果期限').orNull(),
    resultAt: instant('结果时间').orNull().measured(),
    outcome: text<Result>('对方结果').orNull().measured(),
    resultNumber: text('结果文书号').orNull(),
    isResultLate: flag('结果逾期').orNull().measured(),
    deliveredAt: instant('送达时间').orNull().measured(),
    handedOut: json<HandedOut>('送达方式').orNull(),
    handedTo: personal('签收人或单号', 'name').orNull(),
    receipts: json<readonly Receipt[]>('回执'),
    /** What became of it here, when our departments decide. */
    caseId: uuid('本地办件').orNull().measured(),
    recalledAt: instant('撤回时间').orNull().measured(),
    recalledBecause: prose('撤回原因').orNull(),
  },
  series: 'JJ',
  see: {
    'cases.clerk': 'fromPlace',
    'cases.inspector': 'fromPlace',
    'cases.liaison': 'toPlace',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'authority', 'fromPlace', 'toPlace', 'isFromHere', 'isToHere', 'caseId'],
  searched: ['number', 'itemName', 'sourceNumber', 'receiptNumber', 'toName', 'fromName'],
});
export type Handover = RowOf<typeof handover>;
