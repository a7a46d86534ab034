/** The period a stretch of text names last: 2019, 5月, 2020上半年, 上年 …; undefined when it names none. */
export function timeOf(text: string): string | undefined {
  let found: string | undefined;
  for (const match of text.matchAll(PERIOD))
    found = isYearEnd(match[0], text.slice(match.index))
      ? '截至'
      : yearOrMonth(match[0], text.slice(match.index));
  return found;
}

/** 截至2021年12月底 is the year 2021. */
const yearOrMonth = (period: string, from: string): string => {
  const year = /^((?:19|20)\d\d)\s?年\s?12\s?月(?:31[日号])?$/.exec(period)?.[1];
  const isWhole = year !== undefined && /月\s?(?:底|末|31[日号])/.test(from.slice(0, period.length + 4));
  return isWhole ? `${year}年` : period.replace(/[\s度份]/g, '');
};

/** 截至12月底 is the whole year. */
const isYearEnd = (period: string, from: string): boolean =>
  /^12\s?月$/.test(period) && /^12\s?月\s?(?:底|末|31[日号])/.test(from);

const PERIOD =
  /(?:19|20)\d\d\s?年度?(?:\s?\d{1,2}\s?月(?:份)?(?:\s?\d{1,2}[日号])?|[上下]半年|[第一二三四1-4]{1,2}季度)?|(?<!\d)\d{1,2}\s?(?:[-—至~]\s?\d{1,2}\s?)?月(?:份)?|[一二三四]季度|[上下]半年|上年度?|去年|上月|上季度|上期|上一年度?|往年|同期|今年|本年度?|本月|本季度|本周|上周|全年|五年来|截至|累计/g;

/** The document's own year or nothing named. */
export const isOwnPeriod = (period: string, year: number | null): boolean =>
  period === '' ||
  /^(今年|本年|全年|本月|本季|本周|累计|截至)/.test(period) ||
  (year !== null && period === `${year}年`);

/** Last year, in words or as the year before the document's. */
export const isYearBefore = (period: string, year: number | null): boolean =>
  /^(上年|去年|上一年|同期)/.test(period) || (year !== null && period === `${year - 1}年`);
