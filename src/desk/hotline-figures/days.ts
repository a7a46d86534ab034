const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** From New Year's Day to the day of this moment in the working zone, as `YYYY-MM-DD`. */
export function yearToDay(now: Date): [string, string] {
  const today = DAY.format(now);
  return [`${today.slice(0, 4)}-01-01`, today];
}
