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

/** A result behind an equals sign: -10.13%, 1,297; what goes on as a working is none. */
const RESULT =
  /=\s{0,2}(-?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?![\d.])\s?(%?)(?!\s?[\d.]*\s?[×÷*/+(\-[])/g;
/** Where a working begins at the latest: behind a mark or another equals sign; a comma within a number is none. */
const BEGINS = /[，。；;：:、？！!?=\n]|,(?!\d{3}(?!\d))/;
const SIGNS = /\d{1,15}(?:\.\d{1,8})?%?|[()+\-×÷]/g;
const LONGEST = 120;

/** Printed workings that can be done again, named operands included: 实际支出192.6万元/预算205.0万元×100%=93.95%. */
export const formulas = (paragraphs: readonly Paragraph[]): readonly Finding[] =>
  paragraphs.flatMap((paragraph) => {
    if (!paragraph.text.includes('=') || !/[÷×*/]/.test(paragraph.text)) return [];
    return [...paragraph.text.matchAll(RESULT)].flatMap((match) => {
      const text =
        paragraph.text
          .slice(Math.max(0, match.index - LONGEST), match.index)
          .split(BEGINS)
          .at(-1)
          ?.trim() ?? '';
      const value = /[÷×*/]/.test(text) ? evaluated(text) : undefined;
      if (!value) return [];
      const stated = fraction((match[1] ?? '').replaceAll(',', ''));
      return [formulaFinding(paragraph, { match, text }, { stated, value: meant(stated, value) })];
    });
  });

/** ×100% and ×100, with a sign behind the result or without: people write all four, the nearer is meant. */
function meant(stated: Fraction, value: Fraction): Fraction {
  const hundred = times(value, fraction(100));
  const off = (each: Fraction): Fraction => absolute(minus(stated, each));
  return compare(off(hundred), off(value)) < 0 ? hundred : value;
}

interface Values {
  readonly stated: Fraction;
  readonly value: Fraction;
}

interface Printed {
  readonly match: RegExpExecArray;
  readonly text: string;
}
function formulaFinding(paragraph: Paragraph, { match, text }: Printed, { stated, value }: Values): Finding {
  const decimals = (match[1] ?? '').split('.')[1]?.length ?? 0;
  const digit = ratio(1n, 10n ** BigInt(decimals));
  const apart = absolute(minus(stated, value));
  const verdict =
    compare(times(apart, fraction(2)), digit) <= 0
      ? 'consistent'
      : compare(apart, digit) < 0
        ? 'rounding'
        : 'contradiction';
  const sign = match[2] ?? '';
  const calc = `${quote(text, 60)} = ${toDecimal(value, Math.max(2, decimals))}${sign}，文中为${match[1] ?? ''}${sign}`;
  const place = {
    line: paragraph.lineAt(match.index),
    place: paragraph.section || '正文',
    text: quote(text + match[0], 80),
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

/**
 * The value of a working, or nothing when it is none. Sums of products, brackets; per cents are hundredths. Words are names of
 * operands: they fall away, but two numbers with nothing but words between them are no working.
 */
function evaluated(text: string): Fraction | undefined {
  const plain = text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[^\d.%()+\-×÷]+/g, ' ')
    .replace(/\s*([()+\-×÷])\s*/g, '$1')
    .trim();
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
