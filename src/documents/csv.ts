import { findText } from './decode.ts';

/** Rows of a CSV or TSV file, with the lines they begin on. */
export interface CsvRow {
  /** 1-based line of the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A text that a table program would compute when it opens the file (OWASP, CSV injection). */
const LIKE_FORMULA = /^[\s'"]*[=+\-@\t\r|%＝＋－＠]/;
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;

function csvCell(text: string): string {
  const isDangerous = LIKE_FORMULA.test(text) && !NUMBER.test(text);
  const safe = isDangerous ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * CSV after RFC 4180 with a byte order mark (without it Excel takes Chinese for GBK). A text that looks like a formula gets an
 * apostrophe in front; numbers, also negative ones, stay as they are.
 */
export const writeCsv = (rows: Iterable<readonly string[]>): string => {
  let text = '\ufeff';
  for (const row of rows) text += `${row.map(csvCell).join(',')}\r\n`;
  return text;
};

/**
 * Reads CSV or TSV of any encoding, tolerantly: the separator is found from the first line, quotes may be missing or
 * unbalanced, blank lines are left out, rows may be of different length. Nothing when the bytes are no text.
 */
export function findCsvRows(bytes: Uint8Array): readonly CsvRow[] | undefined {
  const found = findText(bytes);
  return found && parseCsv(found.text);
}

export function parseCsv(source: string): readonly CsvRow[] {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const dialect: Dialect = { separator: separatorOf(text), hasQuotes: true };
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = parseRow(text, at, dialect);
    if (row.cells.length > 1 || row.cells[0]?.trim() !== '') rows.push({ line, cells: row.cells });
    line += row.lines;
    at = row.next;
  }
  return rows;
}

/** Whatever stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string): number => first.split(mark).length;
  return ['\t', ';', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

interface Dialect {
  readonly separator: string;
  /** Until a quote is met that never ends: from there on they are characters, or each would search to the end. */
  hasQuotes: boolean;
}

interface ParsedRow {
  readonly cells: readonly string[];
  readonly next: number;
  /** Lines of the file that the row takes. */
  readonly lines: number;
}

function parseRow(text: string, from: number, dialect: Dialect): ParsedRow {
  const { separator } = dialect;
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, dialect) : undefined;
    const cell = quoted ?? plainCell(text, at, separator);
    cells.push(cell.text);
    if (quoted) lines += cell.text.match(/\r\n|\n|\r/g)?.length ?? 0;
    at = cell.next;
    if (text[at] !== separator) break;
    at += 1;
  }
  if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
  return { cells, next: at + 1, lines };
}

interface ParsedCell {
  readonly text: string;
  readonly next: number;
}

function plainCell(text: string, from: number, separator: string): ParsedCell {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { text: text.slice(from, at), next: at };
}

/** A quoted cell, or nothing when its quote never ends before a separator: then the quote was a character. */
function quotedCell(text: string, from: number, dialect: Dialect): ParsedCell | undefined {
  if (!dialect.hasQuotes) return undefined;
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      dialect.hasQuotes = false;
      return undefined;
    }
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const behind = text[quote + 1];
    const ends = behind === undefined || behind === dialect.separator || behind === '\n' || behind === '\r';
    if (ends) return { text: text.slice(from + 1, quote).replaceAll('""', '"'), next: quote + 1 };
    at = quote + 1;
  }
}
