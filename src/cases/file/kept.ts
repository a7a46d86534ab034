import type { Day, Instant } from '#lib/time.ts';
import type { ChaseWay, DeliveryWay } from '../words.ts';

/* What a case keeps as a value of several parts. */

/** 延期申请 that waits for the head of the body (行政许可法 42). */
export interface AskedExtension {
  readonly days: number;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
/** 利害冲突申报: this person takes no part in the case. */
export interface Conflict {
  readonly person: string;
  readonly reason: string;
  readonly at: Instant;
}
/** 绿色通道 (特事特办): never changes the statutory clock. */
export interface GreenChannel {
  readonly reason: string;
  /** By name; of cases flagged before accounts were asked for, as somebody wrote it. */
  readonly approver: string;
  readonly approvedBy?: string;
  readonly askedBy?: string;
  readonly until: Day;
  readonly at: Instant;
}
/** 绿色通道 that waits for another person. */
export interface AskedGreen {
  readonly reason: string;
  readonly until: Day;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
/** 催补 of papers that are outstanding: how and when the applicant was reminded. */
export interface Chase {
  readonly how: ChaseWay;
  readonly at: Instant;
  readonly by: string;
}
/** 交付 of the result. */
export interface Delivery {
  readonly way: DeliveryWay;
  /** Of cases handed over before it was sealed apart (`deliveredTo`). */
  readonly proof?: string;
  /** 代领委托书 by which somebody fetched it: an attachment of the case, or of another of its bundle. */
  readonly sheet?: string;
  readonly at: Instant;
}
/** 前序结果: the result of another item of the same bundle, by its code, and the paper that it is here. */
export interface Awaited {
  readonly code: string;
  readonly paper: string;
}
