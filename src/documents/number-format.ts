import { parseFraction, ratio, times, toFixed, type Fraction } from '#lib/fraction.ts';
import { dateFormat } from './date-format.ts';
import { plainNumber } from './plain-number.ts';

type Show = (stored: string) => string;

/**
 * Excel's format codes (ECMA-376, 18.8.31) as people in an office use them: decimals, thousands, percent, scaling,
 * currency, dates and times, and sections for negative and zero. What we do not know is shown plainly: a wrong shape
 * may confuse, a wrong number may accuse.
 */
export function compileFormat(code: string, is1904: boolean): Show {
  const sections = splitSections(code).map((section) =>
    section.replace(/\[(?![hms]+\])[^\]]*\]/gi, currency),
  );
  const shows = sections.map((section) => compileSection(section, is1904));
  return (stored) => {
    const value = Number(stored);
    if (stored.trim() === '' || !Number.isFinite(value)) return stored;
    if (value < 0 && shows[1]) return shows[1](stored.replace('-', ''));
    if (value === 0 && shows[2]) return shows[2](stored);
    return shows[0]!(stored);
  };
}

/** `[$¥-804]` prints ¥; colours, conditions and languages print nothing. */
const currency = (bracket: string): string => {
  const symbol = /^\[\$([^\]-]*)/.exec(bracket)?.[1];
  return symbol ? `"${symbol}"` : '';
};

/** Sections stand between semicolons that are not quoted. */
function splitSections(code: string): readonly string[] {
  return (code.match(/(?:"[^"]*"|\\.|!.|[^;])+|(?<=;)(?=;|$)/gs) ?? ['General']).slice(0, 3);
}

interface Shape {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

const DIGITS = /[0#?](?:[0#?,]*)(?:\.[0#?]*)?,*/;
const DATE = /aaa|[ymdhs年月日时分秒]|AM\/PM|上午\/下午/i;

function compileSection(section: string, is1904: boolean): Show {
  const bare = section.replace(/"[^"]*"|\\.|!.|_.|\*./gs, '');
  if (/general|@/i.test(bare) || section === '') return section === '' ? () => '' : plainNumber;
  if (DATE.test(bare)) return dateFormat(section, is1904);
  if (/[eE][+-]|\//.test(bare)) return plainNumber;
  const literalPoint = /^([^0#?]*)[0#]+[!\\]\.(0+)(,*)([^0#?]*)$/.exec(section);
  if (literalPoint) return inTenThousands(literalPoint);
  const literal = unquote(section);
  const match = DIGITS.exec(literal.code);
  if (!match) return () => literal.text(literal.code);
  return decimalFormat({
    before: literal.text(literal.code.slice(0, match.index)),
    digits: match[0],
    after: literal.text(literal.code.slice(match.index + match[0].length)),
  });
}

/** Quoted text is put aside as private characters, so that a `0` in it is no digit of the format. */
function unquote(section: string): { readonly code: string; readonly text: (code: string) => string } {
  const kept: string[] = [];
  const keep = (text: string): string => {
    kept.push(text);
    return String.fromCharCode(0xe000 + kept.length - 1);
  };
  const code = section
    .replace(/"([^"]*)"/g, (_, text: string) => keep(text))
    .replace(/[\\!](.)/gs, (_, text: string) => keep(text))
    .replace(/[_*]./gs, '');
  return {
    code,
    text: (part) => part.replace(/[\ue000-\uf8ff]/g, (at) => kept[at.charCodeAt(0) - 0xe000] ?? ''),
  };
}

function decimalFormat({ before, digits, after }: Shape): Show {
  const scaling = /,+$/.exec(digits)?.[0].length ?? 0;
  const [whole = '', places = ''] = digits.replace(/,+$/, '').split('.');
  const hasThousands = whole.includes(',');
  const least = whole.replace(/[^0]/g, '').length;
  const percents = (before + after).match(/%/g)?.length ?? 0;
  const factor = ratio(100n ** BigInt(percents), 1000n ** BigInt(scaling));
  const optional = /[#?]*$/.exec(places)?.[0].length ?? 0;
  return (stored) => {
    const value = exact(stored);
    if (!value) return plainNumber(stored);
    const printed = toFixed(times(value, factor), places.length);
    return signed(before, shape(printed, { hasThousands, least, optional })) + after;
  };
}

/** The sign stands before a currency symbol. */
const signed = (before: string, number: string): string =>
  number.startsWith('-') ? `-${before}${number.slice(1)}` : before + number;

interface Grouping {
  readonly hasThousands: boolean;
  readonly least: number;
  readonly optional: number;
}

function shape(printed: string, { hasThousands, least, optional }: Grouping): string {
  const sign = printed.startsWith('-') ? '-' : '';
  const [whole = '', places = ''] = printed.slice(sign.length).split('.');
  const padded = (whole === '0' && least === 0 ? '' : whole).padStart(least, '0');
  const grouped = hasThousands ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  let kept = places.length;
  while (kept > places.length - optional && places[kept - 1] === '0') kept -= 1;
  return sign + grouped + (kept > 0 ? `.${places.slice(0, kept)}` : '');
}

/** `0!.0,` shows 元 as 万元: thousands, with a point that is only drawn before the last digits. */
function inTenThousands([, before = '', places = '', commas = '', after = '']: RegExpExecArray): Show {
  const digits = BigInt(places.length);
  const literal = (part: string): string => {
    const { code, text } = unquote(part);
    return text(code);
  };
  return (stored) => {
    const value = exact(stored);
    if (!value) return plainNumber(stored);
    const drawn = times(value, ratio(1n, 1000n ** BigInt(commas.length)));
    const rounded = ratio(BigInt(toFixed(drawn, 0)), 10n ** digits);
    return literal(before) + toFixed(rounded, places.length) + literal(after);
  };
}

/** Fifteen digits, as Excel rounds: `2.345` is 2.345 although no double is. */
const exact = (stored: string): Fraction | undefined => parseFraction(plainNumber(stored));
