import {
  absolute,
  compare,
  fraction,
  minus,
  plus,
  ratio,
  times,
  toDecimal,
  divide,
  negate,
  type Fraction,
} from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';

/** 9,560÷10,000×100%=95.6%: figures, signs and brackets up to an equals sign, then the result. */
const FORMULA =
  /([\d([][\d.,()[\]+\-×÷*%\s万亿元人件个户]{2,80})=\s{0,2}(-?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)\s?(%?)/g;
const SIGNS = /\d{1,15}(?:\.\d{1,8})?%?|[()+\-×÷]/g;

/** Printed workings that can be done again. */
export const formulas = (paragraphs: readonly Paragraph[]): readonly Finding[] =>
  paragraphs.flatMap((paragraph) => {
    if (!paragraph.text.includes('=') || !/[÷×*]/.test(paragraph.text)) return [];
    return [...paragraph.text.matchAll(FORMULA)].flatMap((match) => {
      const text = match[1] ?? '';
      const value = /[÷×*]/.test(text) ? evaluated(text) : undefined;
      if (!value) return [];
      const stated = fraction((match[2] ?? '').replaceAll(',', ''));
      const percent = match[3] === '%';
      return [
        formulaFinding(paragraph, match, { stated, value: percent ? times(value, fraction(100)) : value }),
      ];
    });
  });

interface Values {
  readonly stated: Fraction;
  readonly value: Fraction;
}

function formulaFinding(paragraph: Paragraph, match: RegExpExecArray, { stated, value }: Values): Finding {
  const decimals = (match[2] ?? '').split('.')[1]?.length ?? 0;
  const digit = ratio(1n, 10n ** BigInt(decimals));
  const apart = absolute(minus(stated, value));
  const verdict =
    compare(times(apart, fraction(2)), digit) <= 0
      ? 'consistent'
      : compare(apart, digit) < 0
        ? 'rounding'
        : 'contradiction';
  const sign = match[3] ?? '';
  const calc = `${quote((match[1] ?? '').trim(), 60)} = ${toDecimal(value, Math.max(2, decimals))}${sign}，文中为${match[2] ?? ''}${sign}`;
  const place = {
    line: paragraph.lineAt(match.index),
    place: paragraph.section || '正文',
    text: quote(match[0], 80),
  };
  return finding({
    kind: 'rate',
    verdict,
    a: stated,
    b: value,
    decimals: Math.max(2, decimals),
    calc,
    where: [place],
  });
}

/** The value of a working, or nothing when it is none. Sums of products, brackets; per cents are hundredths. */
function evaluated(text: string): Fraction | undefined {
  const plain = text
    .replace(/[,\s万亿元人件个户]/g, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('*', '×');
  if (/[万亿]/.test(text) && !sameMultiples(text)) return undefined;
  const signs = plain.match(SIGNS) ?? [];
  if (signs.join('') !== plain || signs.length < 3) return undefined;
  const reader = { signs, at: 0 };
  const value = sumOf(reader, 0);
  return reader.at === signs.length ? value : undefined;
}

/** 120万元 ÷ 150万元: multiples cancel only when all are the same. */
const sameMultiples = (text: string): boolean =>
  new Set(text.match(/\d(?![\d.,%])\s?[万亿]?/g)?.map((each) => each.slice(1).trim())).size === 1;

interface Reader {
  readonly signs: readonly string[];
  at: number;
}

function sumOf(reader: Reader, depth: number): Fraction | undefined {
  let value = productOf(reader, depth);
  while (value && /^[+-]$/.test(reader.signs[reader.at] ?? '')) {
    const sign = reader.signs[reader.at];
    reader.at += 1;
    const next = productOf(reader, depth);
    value = next && (sign === '+' ? plus(value, next) : minus(value, next));
  }
  return value;
}

function productOf(reader: Reader, depth: number): Fraction | undefined {
  let value = termOf(reader, depth);
  while (value && /^[×÷]$/.test(reader.signs[reader.at] ?? '')) {
    const sign = reader.signs[reader.at];
    reader.at += 1;
    const next = termOf(reader, depth);
    if (!next || (sign === '÷' && next.num === 0n)) return undefined;
    value = sign === '×' ? times(value, next) : divide(value, next);
  }
  return value;
}

function termOf(reader: Reader, depth: number): Fraction | undefined {
  const sign = reader.signs[reader.at];
  reader.at += 1;
  if (sign === undefined || depth > 6) return undefined;
  if (sign === '-') {
    const value = termOf(reader, depth + 1);
    return value && negate(value);
  }
  if (sign === '(') {
    const value = sumOf(reader, depth + 1);
    const closes = reader.signs[reader.at] === ')';
    reader.at += 1;
    return closes ? value : undefined;
  }
  if (!/^\d/.test(sign)) return undefined;
  return sign.endsWith('%') ? divide(fraction(sign.slice(0, -1)), fraction(100)) : fraction(sign);
}
