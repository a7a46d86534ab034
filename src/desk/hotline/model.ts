import type { Row } from '#desk/api/program.ts';
import type { Channel, OrderState, OrderType } from '#hotline/order/words.ts';

/** 工单 as the lists give it; the detail has the texts, contacts and the course beside. Instants are UTC. */
export interface Order extends Row {
  readonly state: OrderState;
  readonly channel: Channel;
  readonly type: OrderType;
  readonly topic: string;
  readonly place: string;
  readonly title: string;
  readonly text?: string | null;
  readonly callerName: string | null;
  readonly callerPhone: string | null;
  readonly address: string | null;
  readonly isAnonymous: boolean | null;
  readonly isConfidential: boolean | null;
  readonly isCoverRead?: boolean | null;
  readonly isUrgent: boolean | null;
  readonly registeredAt: string;
  readonly handler: string | null;
  readonly dispatchedAt: string | null;
  readonly signedAt: string | null;
  readonly dueAt: string | null;
  readonly clock?: { readonly startAt: string } | null;
  /** By when the step it stands in must be over. */
  readonly stepDueAt: string | null;
  readonly askedVoid?: AskedVoid | null;
  readonly askedExtension?: AskedExtension | null;
  readonly returnReason: string | null;
  readonly contacts?: readonly Contact[] | null;
  readonly reply?: string | null;
  readonly repliedAt: string | null;
  readonly closedAt: string | null;
  readonly isOnTime: boolean | null;
  readonly reopenings: number | null;
  readonly reworks: number | null;
  readonly urgings: number | null;
  readonly supervision: number | null;
  readonly isSampled: boolean | null;
  readonly calledBackAt: string | null;
  readonly callBacks?: readonly CallBack[] | null;
  readonly callBackResult: string | null;
  readonly isSolved: boolean | null;
  readonly exclusion: string | null;
  readonly cameBackTo: string | null;
  readonly cityNumber: string | null;
  readonly cityDueAt: string | null;
  readonly redirectWords: string | null;
}
export interface Contact {
  readonly at: string;
  readonly how: string;
  readonly withCaller: boolean;
  readonly note?: string;
}
/** 回访记录: one counts, all are shown. */
export interface CallBack {
  readonly at: string;
  readonly result: string;
  readonly solved: boolean | null;
  readonly isFromCity?: true;
  readonly reason?: string;
}
interface AskedVoid {
  readonly reason: string;
  readonly askedAt: string;
}
interface AskedExtension {
  readonly days: number;
  readonly reason: string;
  readonly askedAt: string;
}
/** Why an order is due when it is; the light is null when nobody is waited for. */
export interface DeadlineSaid {
  readonly dueAt: string | null;
  readonly light: 'green' | 'yellow' | 'red' | null;
  readonly because: string;
  readonly lines: readonly string[];
  readonly isProvisional: boolean;
  readonly steps: readonly StepLight[];
}
/** A limit beside that of the answer: of a step, of returning, of the city. */
export interface StepLight {
  readonly name: string;
  readonly title: string;
  readonly dueAt: string;
  readonly light: 'green' | 'yellow' | 'red';
}
