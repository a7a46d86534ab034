const DAY_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const partsOf = (at: string): Readonly<Record<string, string>> =>
  Object.fromEntries(DAY_TIME.formatToParts(new Date(at)).map((part) => [part.type, part.value]));

/** `2021-03-05 09:30` in the working zone, whatever the machine is set to. */
export function dayTime(at: unknown): string {
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return '';
  const { year, month, day, hour, minute } = partsOf(at);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}
/** `09:30` in the working zone. */
export const clockTime = (at: Date): string => dayTime(at.toISOString()).slice(11);

/** A minus sign that cannot be taken for a hyphen. */
export const shownNumber = (plain: string | null | undefined): string => (plain ?? '—').replace(/^-/, '−');
