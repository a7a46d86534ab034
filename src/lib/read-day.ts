import { isDay, type Day } from './time.ts';

const DIGITS = '〇一二三四五六七八九';
const CHINESE = '[〇零○一二三四五六七八九十]';
const PARTED = /^(\d{4})[-–—/.年](\d{1,2})[-–—/.月](\d{1,2})[日号]?$/;
const SPELT = new RegExp(`^([〇零○一二三四五六七八九]{4})年(${CHINESE}{1,2})月(${CHINESE}{1,3})[日号]$`);
const SOLID = /^(\d{4})(\d{2})(\d{2})$/;

const digit = (sign: string): number => DIGITS.indexOf(sign.replace(/[零○]/, '〇'));

/** 二〇二〇 → 2020, 十 → 10, 二十一 → 21. */
function chineseNumber(text: string): number {
  if (!text.includes('十')) return Number([...text].map(digit).join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/**
 * Reads a day as people write it: `2020-3-5`, `2020/03/05`, `2020.3.5`, `20200305`, `2020年3月5日`, `二〇二〇年三月五日`,
 * with full-width digits and spaces anywhere. Undefined when it is none, or no day that exists.
 */
export function readDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const spelt = SPELT.exec(plain);
  const parts = spelt
    ? spelt.slice(1).map(chineseNumber)
    : (PARTED.exec(plain) ?? SOLID.exec(plain))?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, date = 0] = parts;
  const day = [String(year).padStart(4, '0'), ...[month, date].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  );
  return isDay(day) ? day : undefined;
}
