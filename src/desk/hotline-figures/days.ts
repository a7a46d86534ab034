const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A year's days as `YYYY-MM-DD`: all of them, of the running year those up to this moment in the working zone. */
export function daysOfYear(year: number, now: Date): [string, string] {
  const [today, last] = [DAY.format(now), `${year}-12-31`];
  return [`${year}-01-01`, today.startsWith(`${year}-`) ? today : last];
}
