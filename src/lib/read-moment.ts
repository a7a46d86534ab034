import { readDay } from './read-day.ts';
import {
  instantOf,
  millis,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  readInstant,
  startOfDay,
  type Instant,
} from './time.ts';

const CLOCK = /[T\s]?(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?|分)?$/;

/**
 * A moment as sources write it: `2019-04-25 09:32:09`, `2020/5/11 9:00`, `2020年5月11日 9时30分`, ISO with an offset, or a day
 * alone, which is its midnight until one knows what it is the day of. Without an offset it is Shanghai time. Undefined when it is none.
 */
export function readMoment(text: string): Instant | undefined {
  const told = text.normalize('NFKC').trim();
  const exact = readInstant(told);
  if (exact) return exact;
  const clock = CLOCK.exec(told);
  const day = readDay(clock ? told.slice(0, clock.index) : told);
  if (!day) return undefined;
  const [hours, minutes, seconds] = (clock ?? []).slice(1).map((part) => Number(part ?? 0));
  if ((hours ?? 0) > 23 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) return undefined;
  const past = (hours ?? 0) * MS_PER_HOUR + (minutes ?? 0) * MS_PER_MINUTE + (seconds ?? 0) * 1000;
  return instantOf(millis(startOfDay(day)) + past);
}

/** Whether a text that is a moment names only its day. */
export const isDayAlone = (text: string): boolean => readDay(text) !== undefined;
