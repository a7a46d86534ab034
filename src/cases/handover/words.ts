import type { Instant } from '#lib/time.ts';
import type { DeliveryWay } from '../words.ts';

/** 决定权属: whose department decides what was handed over. */
export const DECIDERS = {
  district: '区县部门',
  town: '镇（街道）、村（社区）',
  city: '市级部门',
  province: '省级部门',
  other: '其他（含中央单位）',
} as const;
export type Decider = keyof typeof DECIDERS;

/** 回执种类: what the other side says of an envelope. */
export const RECEIPT_KINDS = {
  received: '签收',
  accepted: '受理',
  declined: '不予受理',
  result: '出具结果',
} as const;
export type ReceiptKind = keyof typeof RECEIPT_KINDS;

/** 对方结果. */
export const RESULTS = { granted: '准予', refused: '不予', ended: '终止或撤回' } as const;
export type Result = keyof typeof RESULTS;

/** A paper in the envelope. */
export interface EnclosedPaper {
  readonly name: string;
  readonly copies: number;
  readonly isOriginal: boolean;
}
/** 回执, as it was told. */
export interface Receipt {
  readonly kind: ReceiptKind;
  /** The other side’s number of it; null when it gave none. */
  readonly number: string | null;
  readonly at: Instant;
  readonly note: string | null;
}
export interface HandedOut {
  readonly way: DeliveryWay;
  /** Of results handed over before it was sealed apart (`handedTo`). */
  readonly proof?: string;
}

export const HANDOVER_STATES = {
  sent: '已寄送待签收',
  received: '已签收',
  accepted: '已受理',
  declined: '不予受理',
  returned: '结果已回',
  delivered: '已送达',
  recalled: '已撤回',
} as const;
