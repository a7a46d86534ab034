import { canonical } from '../num.ts';
import type { Num } from '../rule.ts';

/** A number as forms write it: `0.5`, `一`, `两`, `十五`. */
export const N = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]{1,5})`;

const SIGNS: Readonly<Record<string, string>> = {
  '≦': '≤',
  '⩽': '≤',
  '≧': '≥',
  '⩾': '≥',
  '〈': '<',
  '〉': '>',
  '﹤': '<',
  '﹥': '>',
  '﹪': '%',
  '，': ',',
  '；': ';',
  '：': ':',
  '﹣': '-',
  '－': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '～': '~',
  '〜': '~',
  '．': '.',
  '【': '[',
  '】': ']',
  '〔': '(',
  '〕': ')',
};

/**
 * One spelling for what forms spell in many ways: half-width digits and signs, full-width Chinese punctuation,
 * no blanks and no line breaks (they fall anywhere in a table cell).
 */
export function spelled(text: string): string {
  return [...text]
    .map(narrowed)
    .join('')
    .replace(/[\s\u200B-\u200D\uFEFF\u00A0]/gu, '')
    .replace(/<=|=</g, '≤')
    .replace(/>=|=>/g, '≥')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/百分之([零一二两三四五六七八九十百]+)/g, (_, digits: string) => `${readChinese(digits)}%`)
    .replace(/(?<=[\d%)])[-~]+(?=\d)/g, '-')
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/:/g, '：')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<!\d)\.(?!\d)|\.$/g, '。');
}

/** A stop after every award and before 以上情况: tables drop their punctuation where a line ends. */
export const normalise = (text: string): string =>
  spelled(text)
    .replace(/(\d分）?)(?=[^\d分；。，）、值数钟以及为的之到至（\-~/、×+÷\]左])/g, '$1；')
    .replace(/(\d分）?)(?=\d+(?:\.\d+)?(?:%|、|（))/g, '$1；')
    .replace(/(\d分）?)，(?=每)/g, '$1；')
    .replace(/((?:满分|不得分))(?=[每\d≤≥<>①-⑳])/gu, '$1；')
    .replace(
      /(?<![\d%）年天日个元及]|以)(?=(?:以上|上述)(?:情况|各|要求|内容|指标|条件|标准|问题|每|全部|均|\d))/g,
      '；',
    )
    .replace(/[；。，]*；[；，]*/g, '；')
    .replace(/[；。，]*。[；。，]*/g, '。')
    .replace(/^[；。，]+/, '');

function narrowed(char: string): string {
  const known = SIGNS[char];
  if (known) return known;
  const code = char.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : char;
}

const DIGITS = '零一二三四五六七八九';

/** `0.5`, `一`, `十五` → canonical decimal. The text must have matched N. */
export function readNumber(text: string): Num {
  return /^-?\d/.test(text) ? canonical(text) : String(readChinese(text));
}

function readChinese(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百' || char === '十') {
      total += (digit || 1) * (char === '百' ? 100 : 10);
      digit = 0;
    } else digit = char === '两' ? 2 : Math.max(0, DIGITS.indexOf(char));
  }
  return total + digit;
}

/** Without quotes and a trailing 的, for comparing and naming. */
export const plain = (text: string): string => text.replace(/["'“”‘’「」]/g, '').replace(/的+$/, '');
