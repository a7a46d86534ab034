import { roundDue, type OrderType } from '#hotline/index.ts';
import { day, dayNumber, dayStart, instantOf, millis, MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import { chance, type Chance } from '../chance.ts';
import type { Ground } from './ground.ts';
import { callTime, onDuty } from './habits.ts';
import { matterOf, type Matter } from './matter.ts';

/* When a matter comes, is sent on and falls due: asked again, each question gets the same answer. */

/** What every answer depends on. */
export interface Base {
  readonly year: number;
  readonly seed: number;
  readonly ground: Ground;
}

/** Chance for one purpose of one matter: asked again, it says the same. */
export const chanceFor = (plan: Pick<Base, 'seed'>, purpose: string, index: number): Chance =>
  chance(plan.seed, purpose, index);

/** When the hotline office sends it on: at once when it presses, else within two hours of duty. */
export function dispatchTime(
  plan: Pick<Base, 'seed'>,
  matter: { readonly index: number; readonly registeredAt: number; readonly isUrgent: boolean },
): number {
  const by = chanceFor(plan, 'dispatch', matter.index);
  const minutes = matter.isUrgent ? by.between(2, 15) : by.between(4, 40) * by.between(0.5, 3);
  const at = matter.registeredAt + Math.floor(minutes * MS_PER_MINUTE);
  return matter.isUrgent ? at : onDuty(at);
}

/** What a deadline is worked out from. */
export interface Timed {
  readonly type: string;
  readonly topic: string;
  readonly isUrgent: boolean;
  /** The city's own limit of what it sent down; null for everything else. */
  readonly cityDueAt: number | null;
}
/** When a round begins, and the extension it got, if any. */
export interface Clock {
  readonly startAt: number;
  readonly extension?: { readonly days: number; readonly at: number };
}

/** The deadline the hotline itself will give a round, by its own rules. */
export function dueTime({ rules }: Ground, timed: Timed, { startAt, extension }: Clock): number {
  const cityDueAt = timed.cityDueAt === null ? null : instantOf(timed.cityDueAt);
  const extensions = extension
    ? [{ amount: extension.days, reason: '', approvedAt: instantOf(extension.at) }]
    : [];
  const order = { ...timed, type: timed.type as OrderType, cityDueAt };
  return millis(roundDue(order, rules, { startAt: instantOf(startAt), extensions }));
}

const local = (at: number): string => instantOf(at + 8 * MS_PER_HOUR);
const monthOf = (at: number): number => Number(local(at).slice(5, 7)) - 1;
const yearAt = (at: number): number => Number(local(at).slice(0, 4));

/** The matter of an index, the same whenever it is asked. */
export const matterAt = (
  { ground, seed }: Pick<Base, 'ground' | 'seed'>,
  index: number,
  asked: { readonly isUrgent: boolean; readonly isWritten: boolean; readonly at: number },
): Matter => matterOf(ground, { ...asked, month: monthOf(asked.at) }, chanceFor({ seed }, 'matter', index));

export interface Span {
  readonly from: number;
  readonly to: number;
  /** Refused: due in the wrong year. */
  readonly fits: (at: number, index: number) => boolean;
}

/** When each is registered, so that each is due in the year its fate says. */
export function spansOf(plan: Base): Readonly<Record<'early' | 'any' | 'carriedOut' | 'carriedIn', Span>> {
  const number = (text: string): number => dayNumber(day(text));
  const { year } = plan;
  const [begins, ends] = [number(`${year}-01-01`), number(`${year + 1}-01-01`)];
  const dueYear = (registeredAt: number, index: number): number => {
    const { type, topic } = matterAt(plan, index, { isUrgent: false, isWritten: false, at: registeredAt });
    const startAt = dispatchTime(plan, { index, registeredAt, isUrgent: false });
    return yearAt(dueTime(plan.ground, { type, topic, isUrgent: false, cityDueAt: null }, { startAt }));
  };
  const december = dayStart(number(`${year}-12-01`));
  return {
    early: { from: begins, to: number(`${year}-11-25`), fits: () => true },
    any: {
      from: begins,
      to: ends,
      fits: (at, index) => at < december || dueYear(at, index) === year,
    },
    carriedOut: {
      from: number(`${year}-12-10`),
      to: ends,
      fits: (at, index) => dueYear(at, index) === year + 1,
    },
    carriedIn: {
      from: number(`${year - 1}-12-10`),
      to: begins,
      fits: (at, index) => dueYear(at, index) === year,
    },
  };
}

export function drawTime({ from, to, fits }: Span, index: number, by: Chance): number {
  for (let tries = 0; tries < 10_000; tries++) {
    const at = callTime(from, to, by);
    if (fits(at, index)) return at;
  }
  throw new Error('no moment fits: the limits in force let nothing fall due across the New Year');
}
