const DIGITS = '零一二三四五六七八九';
const NUMERAL = /^[零一二两三四五六七八九十百]{1,6}$/;

/** 四 → 4, 十二 → 12, 两 → 2, 一百零三 → 103; undefined when it is no numeral. */
export function chineseNumber(text: string): number | undefined {
  if (!NUMERAL.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  let seen = false;
  for (const char of text.replace(/两/g, '二')) {
    if (char === '十' || char === '百') {
      total += (digit === 0 && !seen ? 1 : digit) * (char === '十' ? 10 : 100);
      digit = 0;
      seen = false;
    } else {
      if (seen && digit !== 0) return undefined;
      digit = DIGITS.indexOf(char);
      seen = char !== '零';
    }
  }
  return total + digit;
}

/** A count written either way. */
export const countOf = (text: string): number | undefined =>
  /^\d{1,6}$/.test(text) ? Number(text) : chineseNumber(text);
