import { dayOf, type Day, type Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { stands } from './former.ts';

/** Whether and when it may be asked for again: 延续 and 不得再次申请, as the holder of a result is told of it. */
export interface ToldRenewal {
  /** Of a result that ends, the last day to ask in time; null where it is over or nothing ends. */
  readonly renewBy: Day | null;
  /** Whether the one who asks may ask for its renewal now. */
  readonly mayRenew: boolean;
  /** When the law renewed it, because nobody decided in time. */
  readonly deemedRenewedAt: Instant | null;
  /** 行政许可法 78, 79: until when this licence may not be applied for. */
  readonly barredUntil: Day | null;
}
interface Asker {
  readonly who: string;
  readonly now: Instant;
}
/** Of a result that still holds: until when it is to be asked for, and whether the asker, whose own it is, may. Pure. */
export function toldRenewal(row: CaseFile, { who, now }: Asker): ToldRenewal {
  const holds = stands(row) && row.validUntil !== null && dayOf(now) <= row.validUntil;
  return {
    renewBy: holds ? row.renewBy : null,
    mayRenew: holds && row.applicant === who,
    deemedRenewedAt: row.deemedRenewedAt,
    barredUntil: row.barredUntil,
  };
}
