import { remembered } from './remember.ts';
import { simplified } from './traditional.ts';

/** Same length in, same length out: positions in the folded text are positions in the document. */
const SAME: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '﹪': '%',
  '∶': ':',
  '≦': '≤',
  '≧': '≥',
  '⩽': '≤',
  '⩾': '≥',
  '−': '-',
  '﹣': '-',
  '–': '-',
  '‑': '-',
  '﹢': '+',
  '＂': '"',
};
const ODD = /[\u3000\u00a0﹪∶≦≧⩽⩾−﹣–‑﹢\uff01-\uff5e]/g;

/**
 * Full-width digits, letters and signs become half-width, traditional characters simplified; the Chinese comma stays,
 * because it separates clauses.
 */
export function fold(text: string): string {
  return simplified(text).replace(ODD, (char) => {
    if (char === '，') return char;
    return SAME[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}

/** For comparing names: folded, without spaces, line breaks and quotation marks. */
export const tight = remembered((text) => fold(text).replace(/[\s\u200b\ufeff“”"'‘’「」『』]/g, ''), {
  most: 5000,
  longest: 40,
});

/** A shortened quotation for `where.text`. */
export const quote = (text: string, most = 60): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most)}…` : flat;
};
