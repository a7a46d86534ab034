import { day, flag, instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Clock, Step } from '#calendar/index.ts';
import type { WindowType } from '#catalogue/index.ts';
import type { AskedRevocation } from '../after/words.ts';
import type { BadFaith } from '../bar/words.ts';
import type { CommitmentSigned } from '../commitment/words.ts';
import type { AskedHalt, Halt } from '../halt/words.ts';
import type { ProjectStage } from '../projects/words.ts';
import type { HearingOnCase } from '../special/hearing/words.ts';
import type { Looked } from '../survey/words.ts';
import type { TolerancePromise } from '../tolerance/words.ts';
import {
  type DeclineGround,
  STATES,
  type Acceptance,
  type ApplicantKind,
  type Authority,
  type Channel,
  type Outcome,
  type StandLevel,
} from '../words.ts';
import { CASE_FILTERS } from './filters.ts';
import type { AskedExtension, AskedGreen, Awaited, Chase, Conflict, Delivery, GreenChannel } from './kept.ts';
import type { Gap, Paper } from './paper.ts';

/**
 * 办件 — one application for one item, from the papers handed in to the result handed out. It keeps the edition of the
 * item it began with. Axes of one case, never added up: where the applicant stood (`place`, `level`, `windowType`), who
 * helped (`isOnBehalf`), whose authority decides (`authority`, `department`).
 */
export const caseFile = noun({
  name: 'case-file',
  as: 'caseFile',
  path: 'cases',
  title: '办件',
  states: STATES,
  columns: {
    item: uuid('事项').measured(),
    itemEdition: uuid('事项版本'),
    itemCode: text('事项编码').measured(),
    itemName: text('事项名称'),
    itemType: text('事项类型').measured(),
    basicCode: text('基本编码').orNull(),
    kind: text<'instant' | 'promised'>('办件类型').measured(),
    /** 行政许可: the clocks of the Licensing Law are its own. */
    isLicence: flag('行政许可').measured(),
    answers: json<Readonly<Record<string, string>>>('情形选择').orNull(),

    channel: text<Channel>('申请渠道').measured(),
    windowType: text<WindowType>('窗口类别').orNull().measured(),
    windowId: uuid('窗口').orNull(),
    level: text<StandLevel>('受理层级').measured(),
    place: text('受理地').measured(),
    department: uuid('审批部门').measured(),
    authority: text<Authority>('决定权属').measured(),
    isOnBehalf: flag('帮代办').orNull().measured(),
    agentName: personal('代办人', 'name').orNull(),
    mandate: uuid('委托书').orNull(),

    applicantKind: text<ApplicantKind>('申请人类别').measured(),
    applicant: uuid('申请人账号').orNull(),
    applicantName: personal('申请人', 'name'),
    applicantId: personal('证件号码', 'identity').orNull(),
    creditCode: text('统一社会信用代码').orNull(),
    /** Without its end: on the public page the last four digits open a case. */
    phone: personal('联系电话', 'phone').orNull().withoutEnd(),
    /** Without who somebody is; the whole where anything was covered. */
    matter: text('申请内容').orNull(),
    matterWhole: personal('申请内容原文', 'words').orNull(),
    /** What was written in the case later and names somebody: `covered-words.ts`. */
    wordsWhole: personal('办理用语原文', 'words').orNull(),

    papers: json<readonly Paper[]>('申请材料'),
    receivedAt: instant('收件时间').measured(),
    receivedBy: uuid('收件人').orNull(),
    tellDays: integer('一次性告知时限（工作日）').orNull(),
    /** 补正告知的最后一日: five working days from the papers (行政许可法 32). */
    tellByAt: instant('一次性告知期限').orNull(),
    /** Whether departments still look at the papers before the one notice goes out. */
    openChecks: integer('待反馈的收件核验').orNull(),
    gaps: json<readonly Gap[]>('一次性告知内容').orNull(),
    /** Faults put right before the clerk, a line each: they need no notice (行政许可法 32). */
    spotCorrections: prose('当场更正').orNull(),
    correctionAskedAt: instant('补正告知时间').orNull().measured(),
    correctDays: integer('补正时限（工作日）').orNull(),
    correctBy: day('补正期限').orNull(),
    correctedAt: instant('补正时间').orNull().measured(),

    acceptance: text<Acceptance>('受理方式').orNull().measured(),
    acceptedAt: instant('受理时间').orNull().measured(),
    acceptedBy: uuid('受理人').orNull(),
    /** 审管分离: who accepts may not decide, who decides may not seal. */
    isSeparated: flag('受审分离').measured(),
    conflicts: json<readonly Conflict[]>('回避申报').orNull(),

    legalClock: json<Clock>('法定时限').orNull(),
    legalDueAt: instant('法定期限').orNull(),
    legalDueBecause: json<readonly Step[]>('法定期限计算').orNull(),
    promisedClock: json<Clock>('承诺时限').orNull(),
    promisedDueAt: instant('承诺期限').orNull(),
    promisedDueBecause: json<readonly Step[]>('承诺期限计算').orNull(),
    askedExtension: json<AskedExtension>('延期申请').orNull(),
    extendedAt: instant('准予延期时间').orNull().measured(),
    extensionNotice: text('延期告知书文号').orNull(),
    /** 中止或终止 that one person asked for and nobody has agreed to yet; then the standstill that was agreed to. */
    askedHalt: json<AskedHalt>('待批准的中止或终止').orNull(),
    halt: json<Halt>('中止').orNull(),
    suspendedAt: instant('中止时间').orNull(),
    suspendedUntil: day('预计恢复日期').orNull(),
    /** Special procedures and surveys under way: nothing is decided while there are any. */
    openProcedures: integer('进行中的特别程序').orNull(),
    /** 听证: its notices and sheets; then the term to hold it, while somebody who asked waits to be heard. */
    hearing: json<HearingOnCase>('听证').orNull(),
    hearingClock: json<Clock>('组织听证时限').orNull(),
    hearingDueAt: instant('组织听证期限').orNull(),
    openSurveys: integer('未完成的现场勘查').orNull(),
    /** What each department found last of what it was sent for; null when there was no survey. */
    looked: json<Looked>('现场勘查所见').orNull(),
    /** 勘查结论: nothing found not met, no failed survey unanswered; null when there was none. */
    isSurveyPassed: flag('勘查通过').orNull(),
    /** 公用报装: firms that are not done yet. */
    openConnections: integer('未办完的公用企业').orNull(),

    /** The terms after the acceptance, each with the clock by which a holiday announced late moves it. */
    outstandingClock: json<Clock>('容缺补齐时限').orNull(),
    outstandingDueAt: instant('容缺材料期限').orNull(),
    /** 容缺: null when nothing was outstanding, false until all came, then true. */
    isSupplied: flag('容缺材料已补').orNull().measured(),
    suppliedAt: instant('容缺补齐时间').orNull().measured(),
    /** 不可抗力: the term may be made longer once. */
    outstandingLengthenedAt: instant('容缺期限延长时间').orNull().measured(),
    /** 容缺受理承诺书: what was signed on line, or at the counter for a case from on line; null when a clerk saw it signed. */
    tolerancePromise: json<TolerancePromise>('容缺承诺').orNull(),
    outstandingBecause: prose('容缺期限延长理由').orNull(),
    chases: json<readonly Chase[]>('容缺催补').orNull(),
    /** Of an application on line: that its applicant chose and signed the 告知承诺书; at a counter the clerk saw it. */
    commitmentSigned: json<CommitmentSigned>('告知承诺签署').orNull(),
    wishSigned: json<CommitmentSigned>('撤回申请书').orNull(),
    promise: prose('承诺内容').orNull(),
    checkClock: json<Clock>('承诺核查时限').orNull(),
    checkDueOn: day('承诺核查期限').orNull(),
    /** 承诺: null until it was looked at. */
    isPromiseTrue: flag('承诺属实').orNull().measured(),
    promiseFinding: prose('承诺核查情况').orNull(),
    /** Who looked at the promise: another revokes what was granted on it. */
    promiseCheckedBy: uuid('承诺核查人').orNull(),
    putRightClock: json<Clock>('整改时限').orNull(),
    putRightBy: day('整改期限').orNull(),
    putRightAt: instant('整改完成时间').orNull().measured(),
    /** What was recorded of a word broken in this case. */
    breach: uuid('失信记录').orNull(),

    /** 并联审批: branches not yet finished; nothing is decided while there are any. */
    openBranches: integer('未完成的审批分支').orNull(),
    examinedAt: instant('审查完成时间').orNull().measured(),
    decidedAt: instant('决定时间').orNull().measured(),
    decidedBy: uuid('决定人').orNull(),
    outcome: text<Outcome>('办理结果').orNull().measured(),
    reason: prose('理由').orNull(),
    /** Null until decided or, once accepted, ended without a decision; by the statutory and by the promised clock. */
    isOnTime: flag('法定时限内').orNull().measured(),
    isPromiseKept: flag('承诺时限内').orNull().measured(),
    workingDaysUsed: integer('用时（工作日）').orNull().measured(),
    resultNumber: text('结果文书号').orNull(),
    /** The attachment of this case that its applicant may keep, once it is handed out. */
    resultFile: uuid('结果文书扫描件').orNull(),
    validUntil: day('有效期至').orNull(),
    /** 延续 (行政许可法 50), of a result that ends: the last day on which its holder asks in time. */
    renewBy: day('延续申请最后一日').orNull(),
    issueClock: json<Clock>('送达时限').orNull(),
    issueDueAt: instant('送达期限').orNull(),
    issuedAt: instant('制证时间').orNull().measured(),
    issuedBy: uuid('用章人').orNull(),
    seal: uuid('审批专用章').orNull(),
    delivery: json<Delivery>('送达').orNull(),
    deliveredTo: personal('签收人或单号', 'name').orNull(),
    /** 送达 within the days of 行政许可法 44. */
    isDeliveredInTime: flag('法定期限内送达').orNull().measured(),
    completedAt: instant('办结时间').orNull().measured(),
    endedAt: instant('终结时间').orNull().measured(),
    corrections: integer('决定更正次数').orNull().measured(),
    decisionCorrectedAt: instant('决定更正时间').orNull(),
    askedRevocation: json<AskedRevocation>('待批准的撤销').orNull(),
    revokedAt: instant('撤销时间').orNull().measured(),
    revokedBecause: prose('撤销理由').orNull(),
    revokedBasis: text('撤销依据').orNull(),
    /** 行政许可法 78, 79: what was found, and until when the applicant is barred from this licence by it. */
    /** 不予受理: on which ground, and which body is competent instead. */
    declinedGround: text<DeclineGround>('不予受理情形').orNull().measured(),
    competentBody: text('有权办理的机关').orNull(),
    badFaith: text<BadFaith>('隐瞒、虚假或不正当手段').orNull().measured(),
    barredUntil: day('不得再次申请至').orNull(),
    objections: integer('异议次数').orNull().measured(),
    /** Nothing is granted over one (行政许可法 36). */
    openObjections: integer('待答复异议').orNull(),

    /** Of a case that asks to renew: the case of the earlier result, when that ends, and by when it was to be asked. */
    renews: uuid('延续的原办件').orNull(),
    renewalEndsOn: day('原有效期至').orNull(),
    renewalAskBy: day('延续应于何日前申请').orNull(),
    isRenewalInTime: flag('法定期限内申请延续').orNull().measured(),
    deemedRenewedAt: instant('视为准予延续时间').orNull().measured(),

    askedGreen: json<AskedGreen>('待批准的绿色通道').orNull(),
    green: json<GreenChannel>('绿色通道').orNull(),
    /** What was approved before, the oldest first. */
    greenBefore: json<readonly GreenChannel[]>('以前的绿色通道').orNull(),
    isGreen: flag('特事特办').orNull().measured(),
    /** What it belongs to: 工程建设项目, 一件事, 异地收件. */
    project: uuid('工程建设项目').orNull(),
    projectStage: text<ProjectStage>('工程建设阶段').orNull().measured(),
    bundle: uuid('一件事').orNull(),
    /** 统一或联合办理 (行政许可法 26), as the theme of its bundle says. */
    isJoint: flag('统一或联合办理').orNull().measured(),
    /** Results of others of its bundle that it waits for. */
    waitsFor: json<readonly Awaited[]>('等待的前序结果').orNull(),
    /** 一并送达: not handed out before the others of its bundle are decided. */
    awaitsOthers: flag('与同一件事的其他结果一并送达').orNull(),
    handover: uuid('异地交接').orNull(),
    isAfterCheck: flag('抽中事后核查').orNull().measured(),
    afterCheckDrawnAt: instant('事后核查抽取时间').orNull().measured(),
    afterCheckedAt: instant('事后核查时间').orNull().measured(),
    afterCheckedBy: uuid('事后核查人').orNull(),
    isAfterCheckSound: flag('事后核查规范').orNull().measured(),
    afterCheckFinding: prose('事后核查情况').orNull(),
    /** 其他业务系统办理: came by number from there, counted apart. */
    isElsewhere: flag('外部系统办件').orNull().measured(),
    sourceSystem: text('来源系统').orNull(),
    sourceId: text('来源编号').orNull(),
    /** However the number is typed. */
    sourceKey: text('来源编号（不分大小写、全半角）').orNull(),
  },
  series: 'BJ',
  see: {
    'cases.clerk': 'place',
    'cases.deliverer': 'place',
    'cases.inspector': 'place',
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.sealer': 'department',
    'ledger.auditor': 'anyone',
  },
  filters: CASE_FILTERS,
  searched: ['number', 'itemName', 'resultNumber'],
});
export type CaseFile = RowOf<typeof caseFile>;
