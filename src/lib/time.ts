/**
 * Instants and days. Instants are UTC; days are those of Asia/Shanghai, the working zone.
 *
 * The zone is a fixed +08:00: China has had no summer time since 1991, and no record here is older. That makes a
 * day plain arithmetic, without `Intl` in a loop over a hundred thousand clocks. Temporal is absent in Node 24.
 */
export type Instant = string & { readonly __instant: true };
export type Day = string & { readonly __day: true };

export const ZONE = 'Asia/Shanghai';
export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;
const OFFSET = 8 * MS_PER_HOUR;

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n));

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const LAST_DAY = 2_932_896; // 9999-12-31: beyond, the text is no longer four digits of year

/** Milliseconds since 1970-01-01T00:00Z of an instant. */
export const millis = (at: Instant): number => Date.parse(at);

/** The instant of a `Date` or of milliseconds since 1970, as `2020-01-23T01:00:00.000Z`. */
export const instantOf = (value: Date | number): Instant => new Date(value).toISOString() as Instant;

/** Reads ISO 8601 with an offset or Z; undefined when it is none (no offset: which zone would it be?). */
export function readInstant(text: string): Instant | undefined {
  const day = text.slice(0, 10);
  const ms = ISO.test(text) && isDay(day) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : instantOf(ms);
}

/** An instant that must be one: `instant('2020-01-23T09:00+08:00')`. Throws RangeError otherwise. */
export function instant(text: string): Instant {
  const read = readInstant(text);
  if (!read) throw new RangeError(`not an instant: ${text}`);
  return read;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!ISO_DAY.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 30 February for 1 March: only a round trip tells.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** A day that must be one: `day('2020-01-23')`. Throws RangeError otherwise. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** Days since 1970-01-01, which is 0: the coordinate in which days are counted. */
export const dayNumber = (on: Day): number => Date.parse(`${on}T00:00:00Z`) / MS_PER_DAY;

/** The day of a day number. Throws RangeError beyond 9999-12-31. */
export function dayOfNumber(n: number): Day {
  if (n > LAST_DAY) throw new RangeError(`a day beyond the year 9999: ${n}`);
  // Four times as fast as toISOString, and explanations write many days.
  const date = new Date(n * MS_PER_DAY);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}` as Day;
}

/** The Shanghai day number in which so many milliseconds since 1970 fall. */
export const dayNumberAt = (ms: number): number => Math.floor((ms + OFFSET) / MS_PER_DAY);
/** Milliseconds since 1970 at which a Shanghai day begins. */
export const dayStart = (n: number): number => n * MS_PER_DAY - OFFSET;

/** The Shanghai day of an instant: 2020-01-22T16:00Z is already the 23rd. */
export const dayOf = (at: Instant): Day => dayOfNumber(dayNumberAt(millis(at)));
/** Midnight in Shanghai with which a day begins. */
export const startOfDay = (on: Day): Instant => instantOf(dayStart(dayNumber(on)));
/** The day so many days later; negative goes back. */
export const addDays = (on: Day, days: number): Day => dayOfNumber(dayNumber(on) + days);
/** Days from one day to another: 1 from today to tomorrow, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** ISO weekday of a day number: 1 Monday … 7 Sunday. */
export const weekdayOfNumber = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1;
/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (on: Day): number => weekdayOfNumber(dayNumber(on));
export const yearOf = (on: Day): number => Number(on.slice(0, 4));

/** `2020年3月5日`. */
export function formatDay(on: Day): string {
  return `${yearOf(on)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}
/** `周四`. */
export const formatWeekday = (on: Day): string => `周${'一二三四五六日'.charAt(weekday(on) - 1)}`;

/** Shanghai time of day, `16:05`. */
export function formatTime(at: Instant): string {
  const minutes = Math.floor((millis(at) - dayStart(dayNumberAt(millis(at)))) / MS_PER_MINUTE);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
/** Shanghai day and time, `2020年3月5日 16:05`. */
export const formatChinese = (at: Instant): string => `${formatDay(dayOf(at))} ${formatTime(at)}`;
