import type { Day, Instant } from '#lib/time.ts';

/** 中止情形: what stands in the way of going on, and is not the office's to remove. */
export const SUSPENSIONS = {
  'applicant-ended': '申请人死亡或终止，尚未确定权利义务承受人',
  'force-majeure': '不可抗力致使无法继续办理',
  'other-decision': '须以司法裁判或其他机关的决定为依据，该程序尚未终结',
  'law-question': '适用法律须由有权机关解释或确认',
} as const;

/** 终止情形 of an accepted case that nothing on its record shows: each with its basis, and by two people. */
export const TERMINATIONS = {
  'false-promise': '承诺不实',
  heirless: '申请人死亡或终止，没有权利义务承受人',
  'object-gone': '申请事项的标的灭失，或因不可抗力不能实施',
  'basis-gone': '所依据的法律、法规、规章修改或废止，该事项取消',
} as const;
export type Termination = keyof typeof TERMINATIONS;

/** What one person of the deciding department asks for, and another agrees to or not. */
export interface AskedHalt {
  readonly what: 'suspend' | 'terminate';
  /** 情形, in the words of the lists above. */
  readonly ground: string;
  readonly reason: string;
  readonly basis: string;
  readonly noticeNumber: string;
  /** 中止: until when, or until what happens; at least one of both. */
  readonly until: Day | null;
  readonly condition: string | null;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
/** 中止 that was agreed to. */
export interface Halt extends AskedHalt {
  readonly agreedAt: Instant;
  readonly agreedBy: string;
}
