import type { Instant } from '#lib/time.ts';
import type { Improper } from '../bar/words.ts';

/** 撤销 that one person asks for, and another does or not. */
export interface AskedRevocation {
  readonly reason: string;
  readonly basis: string;
  /** 行政许可法 79: how the grant was got, where by improper means. */
  readonly obtained: Improper | null;
  readonly askedAt: Instant;
  readonly askedBy: string;
}
