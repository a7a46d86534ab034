import type { Instant } from '#lib/time.ts';

/** 告知听证权利的情形 (行政许可法 46、47). */
export const HEARING_GROUNDS = {
  'great-interests': '直接涉及申请人与他人之间重大利益关系',
  law: '法律、法规、规章规定应当告知听证权利',
  item: '事项清单列明可以听证',
} as const;
export type HearingGround = keyof typeof HEARING_GROUNDS;

/** Who may ask for it; all whose interests it touches are one party: what one of them asks is held for all. */
export const PARTIES = { applicant: '申请人', interested: '利害关系人' } as const;
export type PartyKind = keyof typeof PARTIES;

export const HEARING_STATES = {
  told: '已告知待提出',
  asked: '已提出待组织',
  set: '已通知时间地点',
  held: '已举行',
  waived: '已放弃',
  unasked: '逾期未提出',
  lapsed: '随件终结',
} as const;
/** Nothing is decided before it is over. */
export const OPEN_HEARING = ['told', 'asked', 'set'] as const;

/** A party that was told, and what it wished. */
export interface Party {
  readonly who: PartyKind;
  readonly askedAt: Instant | null;
  readonly waivedAt: Instant | null;
}

/** What a case keeps of its hearing: when each notice went out, when it was held, and the sheets that were signed. */
export interface HearingOnCase {
  readonly toldAt: Instant;
  readonly dayToldAt: Instant | null;
  readonly heldAt: Instant | null;
  /** 听证笔录、放弃听证声明: attachments of the case. */
  readonly minutes: string | null;
  readonly waivers: readonly string[];
}
