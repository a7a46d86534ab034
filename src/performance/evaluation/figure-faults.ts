import { readAmount } from '../fields.ts';
import { columnOf } from './figure.ts';
import { knownFigures } from './known.ts';

/** More whole digits than any amount of a county: a slip of the keyboard. */
const MOST_DIGITS = 15;
/** 0.01 fen in 万元: whatever goes further was computed, not stated. */
const MOST_DECIMALS = 8;
/** What may fall below zero: a year can end in the red, a budget can be cut. */
const SIGNED: ReadonlySet<string> = new Set([
  'spending.surplus',
  'spending.surplusCumulative',
  'budget.adjusted',
]);
const COUNTED: ReadonlySet<string> = new Set(['人', '件', '条', '台', '项', '个', '份', '是否']);

interface Typed {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  readonly unit: string;
}

/** Why the text is no value for this figure, in Chinese; undefined when it is one. */
export function valueFault({ key, text, title, unit }: Typed): string | undefined {
  const value = readAmount(text, unit);
  if (value === undefined)
    return /[%％]\s*$/.test(text) && unit !== '%'
      ? `“${title}”的计量单位是${unit}，不能填写百分数`
      : `“${text}”不是数字`;
  const [whole = '', decimals = ''] = value.replace(/^-?0*/, '').split('.');
  if (whole.length > MOST_DIGITS) return `“${title}”超过${MOST_DIGITS}位，请核对`;
  if (decimals.length > MOST_DECIMALS) return `“${title}”的小数超过${MOST_DECIMALS}位，请核对`;
  if (COUNTED.has(unit) && /[1-9]/.test(decimals)) return `“${title}”以${unit}计，应为整数`;
  const isUnsigned = COUNTED.has(unit) || (knownFigures.has(columnOf(key)) && !SIGNED.has(columnOf(key)));
  return isUnsigned && value.startsWith('-') && /[1-9]/.test(value) ? `“${title}”不能是负数` : undefined;
}
