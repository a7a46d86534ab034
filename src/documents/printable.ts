import type { Paper } from './paper.ts';

const UNPRINTABLE = /[[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]--[\t\n]]/gv;

/**
 * Text that every format can hold: without control characters (XML has none), marks that turn the direction of reading
 * (they can make 1234 look like 4321) and halves of characters.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '').toWellFormed();

/** A copy of the paper in which every text is printable. */
export function printablePaper(paper: Paper): Paper {
  return clean(paper) as Paper;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)]));
}
