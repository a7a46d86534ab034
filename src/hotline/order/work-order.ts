import { day, flag, instant, integer, json, personal, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Extension, Limit, Pause, Step } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import {
  STATES,
  type CallBackResult,
  type Channel,
  type ExclusionGround,
  type OrderType,
  type Outcome,
  type Redirection,
} from './words.ts';

/** 联系记录 — one attempt to speak with the caller. */
export interface Contact {
  readonly at: Instant;
  /** 电话, 上门, 短信 … as the unit says it. */
  readonly how: string;
  /** The unit that had the order then: what one unit heard is no contact of another. Not of contacts before there was this. */
  readonly unit?: string;
  /** Whether the caller was reached. */
  readonly withCaller: boolean;
  readonly note?: string;
}
/** 延期申请 that waits for a decision. */
export interface AskedExtension {
  readonly days: number;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
/** 作废申请 that waits for another person's decision. */
export interface AskedVoid {
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
/** 回访记录 — one call-back as it was registered; none is ever overwritten. */
export interface CallBack {
  readonly at: Instant;
  readonly result: CallBackResult;
  readonly solved: boolean | null;
  readonly by: string;
  /** What the caller told the city's platform; it never counts with our own. */
  readonly isFromCity?: true;
  /** Why the caller was asked again about the same answer. */
  readonly reason?: string;
}
/** What the clock of an order is counted from; its deadline follows from it and the calendar. */
export interface OrderClock {
  readonly startAt: Instant;
  readonly limit: Limit;
  /** Which rule gave the limit, in words. */
  readonly because: string;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

/**
 * 工单 — a citizen's word, from the first moment to the year's figures. Flags and counters are null until there is
 * something to say: what is null stands in no ledger entry.
 */
export const workOrder = noun({
  name: 'work-order',
  as: 'order',
  path: 'work-orders',
  title: '工单',
  states: STATES,
  columns: {
    channel: text<Channel>('渠道').measured(),
    type: text<OrderType>('诉求类型').measured(),
    /** Path of names, `城乡建设/城市建设和市政管理/园林绿化环卫`, one to three levels. */
    topic: text('诉求主题').measured(),
    place: text('所在区划').measured(),
    title: text('标题'),
    text: prose('内容'),
    callerName: personal('诉求人', 'name').orNull(),
    /** Without its end: on the public page the last four digits open a letter. */
    callerPhone: personal('联系电话', 'phone').orNull().withoutEnd(),
    address: personal('地址', 'address').orNull(),
    isAnonymous: flag('匿名').orNull(),
    isConfidential: flag('保密').orNull().measured(),
    /** Of a confidential order: an officer has read that its words do not tell who spoke. */
    isCoverRead: flag('遮盖稿已核对').orNull(),
    isUrgent: flag('紧急').orNull().measured(),
    registeredAt: instant('登记时间').measured(),
    call: uuid('来电').orNull(),

    handler: uuid('承办单位').orNull().measured(),
    dispatchedAt: instant('派单时间').orNull().measured(),
    /** 交办时间: when the present unit was given it, by dispatch, transfer or ruling; the clock of the answer does not care. */
    handedAt: instant('交办时间').orNull(),
    signedAt: instant('签收时间').orNull(),
    clock: json<OrderClock>('时限').orNull(),
    dueAt: instant('办理期限').orNull(),
    dueBecause: json<readonly Step[]>('期限计算').orNull(),
    askedExtension: json<AskedExtension>('延期申请').orNull(),
    /** 告知的答复日期: what the writer of a letter was told; a late dispatch does not move it, more time does, and a new round. */
    answerPromisedOn: day('告知的答复日期').orNull(),
    /** 环节期限: by when the step it stands in (dispatch, sign, review, ruling) must be over; null outside of these. */
    stepDueAt: instant('环节期限').orNull(),
    /** Since when it stands in the step, and how many hours it was given: what the limit is reckoned from again. */
    stepBeganAt: instant('环节开始时间').orNull(),
    stepHours: integer('环节时限（小时）').orNull(),
    /** 计入应办的期限: the deadline of the first round; reopening does not move it, an extension does. */
    countedDueAt: instant('计入应办的期限').orNull().measured(),
    /** 跨年: counted as due in a later year than it was registered in. */
    isDueLaterYear: flag('跨年到期').orNull().measured(),
    returnReason: text('退单理由').orNull(),
    precedent: uuid('先例').orNull(),

    contacts: json<readonly Contact[]>('联系记录').orNull(),
    isContacted: flag('已联系诉求人').orNull().measured(),
    reply: prose('答复').orNull(),
    repliedAt: instant('答复时间').orNull().measured(),
    /** 答复人: whoever has answered in any round; none of them asks the caller what it was worth. */
    repliedBy: json<readonly string[]>('答复人').orNull(),
    approvedAt: instant('审核时间').orNull(),
    closedAt: instant('办结时间').orNull().measured(),
    outcome: text<Outcome>('办结方式').orNull().measured(),
    /** Null until it is known, false once any round was late. */
    isOnTime: flag('按期').orNull().measured(),
    redirectedTo: text<Redirection>('引导去向').orNull().measured(),
    /** The scripted words the caller was told, as they read then. */
    redirectWords: text('引导用语').orNull(),
    askedVoid: json<AskedVoid>('作废申请').orNull(),
    /** 计入应办理后作废: it had been counted as due before two persons voided it. */
    isVoidedCounted: flag('计入应办理后作废').orNull().measured(),
    mergedInto: uuid('并入工单').orNull(),
    /** 恢复单独办理: what it had been merged into was withdrawn or void. */
    resumedAt: instant('恢复单独办理时间').orNull(),
    knowledge: uuid('知识条目').orNull(),

    returns: integer('退单次数').orNull().measured(),
    transfers: integer('转办次数').orNull().measured(),
    extensions: integer('延期次数').orNull().measured(),
    urgings: integer('催办次数').orNull().measured(),
    reworks: integer('返工次数').orNull().measured(),
    reopenings: integer('重办次数').orNull().measured(),
    supervision: integer('督办级别').orNull().measured(),
    supervisedAt: instant('督办时间').orNull().measured(),

    isSampled: flag('抽中回访').orNull().measured(),
    /** All of them; the three columns below are those of the one that counts (see called.ts). */
    callBacks: json<readonly CallBack[]>('回访记录').orNull(),
    calledBackAt: instant('回访时间').orNull().measured(),
    callBackResult: text<CallBackResult>('回访结果').orNull().measured(),
    isSolved: flag('已解决').orNull().measured(),
    rating: text<CallBackResult>('群众评价').orNull().measured(),
    ratedAt: instant('评价时间').orNull().measured(),

    exclusion: text<'asked' | 'granted' | 'declined'>('剔除').orNull().measured(),
    exclusionGround: text<ExclusionGround>('剔除理由').orNull().measured(),
    exclusionEvidence: text('剔除依据').orNull(),
    exclusionAskedBy: uuid('剔除申请人').orNull(),
    caseStanding: text<'put-forward' | 'selected' | 'sent'>('典型案例').orNull().measured(),
    putForwardAt: instant('报送案例时间').orNull().measured(),
    selectedAt: instant('选用案例时间').orNull().measured(),
    /** 重复来电: the earlier order it comes back to, and the unit that had closed that one. */
    cameBackTo: uuid('重复来电的原工单').orNull(),
    cameBackHandler: uuid('原承办单位').orNull().measured(),

    cityNumber: text('市平台单号').orNull(),
    isFromCity: flag('市平台转办').orNull().measured(),
    cityDueAt: instant('市平台期限').orNull(),
    submittedAt: instant('上报时间').orNull().measured(),
    cityResult: text<CallBackResult>('市平台回访结果').orNull().measured(),
    cityCalledBackAt: instant('市平台回访时间').orNull().measured(),

    isPublishable: flag('同意公开').orNull(),
    publishedAt: instant('公开时间').orNull().measured(),
    publicTitle: text('公开标题').orNull(),
    publicText: prose('公开内容').orNull(),
    publicReply: prose('公开答复').orNull(),

    /** 补录: history from elsewhere; its outcomes are stated, not computed. */
    isRecorded: flag('补录').orNull().measured(),
    sourceSystem: text('来源系统').orNull(),
    sourceId: text('来源编号').orNull(),
    statedOutcome: text('来源所述结果').orNull().measured(),
  },
  series: 'GD',
  see: {
    'hotline.agent': 'place',
    'hotline.dispatcher': 'place',
    'hotline.supervisor': 'place',
    'hotline.caller-back': 'place',
    'hotline.gateway': 'place',
    'hotline.handler': 'handler',
    // Checks every figure down to its orders; people stay masked, nothing can be done.
    'ledger.auditor': 'anyone',
  },
  filters: [
    'state',
    'handler',
    'topic',
    'type',
    'channel',
    'place',
    'isUrgent',
    'callBackResult',
    'outcome',
    'caseStanding',
    'exclusion',
  ],
  searched: ['title', 'number', 'cityNumber'],
  // No file is read for names: of a confidential order the unit opens what the office let through, and what it brought itself.
  reservedFiles: {
    when: 'isConfidential',
    knows: { 'hotline.agent': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
    gives: { 'hotline.handler': 'handler' },
  },
});
export type WorkOrder = RowOf<typeof workOrder>;
