const DAY = 86_400;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Seconds since the workbook's first day; for `[h]`. */
  readonly elapsed: number;
}

const TOKEN =
  /"([^"]*)"|[\\!](.)|[_*].|\[(h+|m+|s+)\]|AM\/PM|A\/P|上午\/下午|y+|m+|d+|a{3,4}|h+|s+(?:\.0+)?|[^]/giu;

/** A date or time as its format says, from the number of days (and part of a day) that a workbook stores. */
export function dateFormat(section: string, is1904: boolean): (stored: string) => string {
  const tokens = [...section.matchAll(TOKEN)].map((match) => ({
    token: match[0],
    literal: match[1] ?? match[2],
    elapsed: match[3],
  }));
  const isTwelve = tokens.some(({ token }) => /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(token));
  return (stored) => {
    const serial = Number(stored);
    // 31 December 9999 is the last day Excel knows.
    if (!(serial >= 0 && serial < 2_958_466)) return stored;
    const moment = momentOf(serial, is1904);
    return tokens
      .map(({ token, literal, elapsed }, at) => {
        if (literal !== undefined) return literal;
        if (elapsed !== undefined) return elapsedIn(moment, elapsed);
        const isMinutes = /^m{1,2}$/i.test(token) && besideTime(tokens, at);
        return isMinutes ? padded(minuteOf(moment), token.length) : shown(token, moment, isTwelve);
      })
      .join('');
  };
}

/** Days count from 1900, and there is a 29 February 1900 that never was (ECMA-376, 18.17.4.1). */
function momentOf(serial: number, is1904: boolean): Moment {
  const seconds = Math.round(serial * DAY);
  const days = Math.floor(seconds / DAY);
  const offset = is1904 ? 24_107 : days < 60 ? 25_568 : 25_569;
  const date = new Date((days - offset) * DAY * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    elapsed: seconds,
  };
}

const padded = (value: number, length: number): string => String(value).padStart(Math.min(length, 2), '0');
const hourOf = ({ elapsed }: Moment): number => Math.floor((elapsed % DAY) / 3600);
const minuteOf = ({ elapsed }: Moment): number => Math.floor((elapsed % 3600) / 60);

/** `m` means minutes behind an hour or before a second. */
function besideTime(tokens: readonly { readonly token: string }[], at: number): boolean {
  const isLetter = ({ token }: { readonly token: string }): boolean => /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, at).findLast(isLetter)?.token ?? '';
  const after = tokens.slice(at + 1).find(isLetter)?.token ?? '';
  return /^\[?h/i.test(before) || /^s/i.test(after);
}

function elapsedIn({ elapsed }: Moment, unit: string): string {
  const size = { h: 3600, m: 60, s: 1 }[unit[0]!.toLowerCase()] ?? 1;
  return String(Math.floor(elapsed / size)).padStart(unit.length, '0');
}

function shown(token: string, moment: Moment, isTwelve: boolean): string {
  const { year, month, day, weekday } = moment;
  const hour = hourOf(moment);
  const length = token.length;
  switch (token[0]!.toLowerCase()) {
    case 'y':
      return length <= 2 ? padded(year % 100, 2) : String(year);
    case 'm':
      return length <= 2 ? padded(month, length) : MONTHS[month - 1]!;
    case 'd':
      return length <= 2 ? padded(day, length) : `星期${WEEKDAYS[weekday]}`;
    case 'h':
      return padded(isTwelve ? hour % 12 || 12 : hour, length);
    case 's':
      return padded(moment.elapsed % 60, length);
    case 'a':
      if (token.includes('/')) return hour < 12 ? '上午' : '下午';
      return length < 3 ? token : `${length === 4 ? '星期' : ''}${WEEKDAYS[weekday]}`;
    case '上':
      return hour < 12 ? '上午' : '下午';
    case '_':
    case '*':
      return '';
    default:
      return token;
  }
}
