const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A year's days as `YYYY-MM-DD`: all of them, of the running year those up to this moment in the working zone. */
export function daysOfYear(year: number, now: Date): [string, string] {
  const [today, last] = [DAY.format(now), `${year}-12-31`];
  return [`${year}-01-01`, today.startsWith(`${year}-`) ? today : last];
}

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayIn = (value: unknown): string | undefined =>
  typeof value === 'string' && IS_DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** The days that the page's address names; nothing when it names none that could be. */
export function daysIn(query: Readonly<Record<string, unknown>>): [string, string] | undefined {
  const [from, to] = [dayIn(query['from']), dayIn(query['to'])];
  return from === undefined || to === undefined || to < from ? undefined : [from, to];
}
