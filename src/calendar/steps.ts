import type { Day, Instant } from '#lib/time.ts';
import type { Unit } from './clock.ts';

/** One line of the reckoning of a clock: plain data, stored with the case that was counted so. */
export type Step =
  /** The act. `restDay` names why its day was not worked; `takenOn` is the day it is taken for, if another. */
  | {
      readonly kind: 'start';
      readonly on: Day;
      readonly at: Instant;
      readonly unit: Unit;
      readonly restDay: string | null;
      readonly takenOn: Day | null;
      readonly isSameDay: boolean;
    }
  | {
      readonly kind: 'extended';
      readonly amount: number;
      readonly unit: Unit;
      readonly reason: string;
      readonly total: number;
    }
  | { readonly kind: 'unapproved'; readonly amount: number; readonly unit: Unit; readonly reason: string }
  /** Days `first` to `last` of the period; `makeUp` names the holiday a weekend day was worked for. */
  | {
      readonly kind: 'counted';
      readonly from: Day;
      readonly to: Day;
      readonly first: number;
      readonly last: number;
      readonly unit: Unit;
      readonly makeUp: string | null;
    }
  /** Hours counted over these days together. */
  | {
      readonly kind: 'hours';
      readonly from: Day;
      readonly to: Day;
      readonly hours: number;
      readonly unit: Unit;
    }
  /** `changes`: what later notices did, such as 延长. */
  | {
      readonly kind: 'rest';
      readonly from: Day;
      readonly to: Day;
      readonly name: string;
      readonly changes: readonly string[];
    }
  /** `spared`: units that would have counted. */
  | {
      readonly kind: 'paused';
      readonly from: Day;
      readonly to: Day;
      readonly reason: string;
      readonly spared: number;
      readonly unit: Unit;
    }
  /** `reasons`: standstills met on the way to a working day. */
  | {
      readonly kind: 'moved';
      readonly from: Day;
      readonly to: Day;
      readonly name: string;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'waiting'; readonly since: Day; readonly reason: string }
  | { readonly kind: 'due'; readonly on: Day; readonly at: Instant; readonly doubtfulYear: number | null };
