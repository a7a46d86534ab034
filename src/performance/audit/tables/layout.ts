import { tight } from '../text/fold.ts';
import { isShareName } from '../text/share-names.ts';
import { align, WORDS } from './align.ts';
import { isCounterRow } from './counter-row.ts';
import type { RawCell, RawRow } from './raw.ts';
import type { Segment } from './segment.ts';
import { fitted, isNumber, WIDEST } from './short-row.ts';

/** Header and body laid out on grid columns; a merged cell stands in every place it covers. */
export interface Layout {
  readonly width: number;
  readonly header: readonly (readonly (RawCell | undefined)[])[];
  readonly body: readonly (readonly (RawCell | undefined)[])[];
  readonly certain: boolean;
}

export function layOut(segment: Segment): Layout {
  const layout = segment.known ? knownLayout(segment) : guessedLayout(segment);
  return { ...layout, body: layout.body.filter((row) => !isCounterRow(row)) };
}

function knownLayout(segment: Segment): Layout {
  const all = [...segment.header, ...segment.body];
  const wide = all.reduce(
    (most, row) => row.reduce((end, cell) => Math.max(end, cell.column + cell.columnSpan), most),
    0,
  );
  const width = Math.min(wide, WIDEST);
  const open: ({ cell: RawCell; left: number } | undefined)[] = Array.from(
    { length: width },
    () => undefined,
  );
  const rows = all.map((row) => {
    const laid = open.map((span) => (span && span.left > 0 ? span.cell : undefined));
    for (const span of open) if (span) span.left -= 1;
    for (const cell of row) {
      for (let at = cell.column; at < Math.min(cell.column + cell.columnSpan, width); at += 1) {
        laid[at] = cell;
        open[at] = { cell, left: cell.rowSpan - 1 };
      }
    }
    return laid;
  });
  const header = rows.slice(0, segment.header.length);
  return { width, header, body: rows.slice(segment.header.length), certain: !segment.guessed };
}

function guessedLayout(segment: Segment): Layout {
  const width = Math.min(widthOf(segment), WIDEST);
  const numeric = numericColumns(segment.body, width);
  const rates = rateColumns(segment.header, width);
  const body = segment.body.map((row) => fitted(row, { width, numeric, rates }));
  const laid: (RawCell | undefined)[][] = [];
  let certain = true;
  let below = Array.from({ length: width }, (_, at) => ({
    text: numeric[at] === true ? '' : WORDS,
    columns: 1,
  }));
  for (const row of headerOf(segment, numeric.filter(Boolean).length)) {
    const texts = row.map((cell) => cell.text.replace(/\s/g, ''));
    const spans =
      texts.length === width ? texts.map((_, from) => ({ from, count: 1 })) : align(texts, below)?.spans;
    if (!spans) {
      certain = false;
      continue;
    }
    if (texts.length !== width && align(texts, below)?.ambiguous === true) certain = false;
    laid.unshift(spread(row, spans, width));
    below = texts.map((text, at) => ({ text, columns: spans[at]?.count ?? 1 }));
  }
  return {
    width,
    header: spreadGroups(laid),
    body,
    certain: certain && laid.length === segment.header.length,
  };
}

/**
 * The header from its lowest row up. A lowest row with fewer names than there are columns of figures does not say which
 * it names: the names below a merged one were lost, and better none than a wrong one.
 */
const headerOf = ({ header }: Segment, figures: number): readonly RawRow[] =>
  (header.at(-1)?.length ?? figures) < figures ? [] : header.toReversed();

/** A spreadsheet leaves the rest of a merged group empty: it belongs to the left as long as names stand below. */
function spreadGroups(header: readonly (readonly (RawCell | undefined)[])[]): (RawCell | undefined)[][] {
  const rows = header.map((row) => [...row]);
  const isEmpty = (cell: RawCell | undefined): boolean => cell === undefined || cell.text === '';
  for (let at = rows.length - 2; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const below = rows[at + 1] ?? [];
    for (let column = 1; column < row.length; column += 1) {
      const names = !isEmpty(below[column]) && !isEmpty(below[column - 1]);
      if (names && isEmpty(row[column]) && !isEmpty(row[column - 1])) row[column] = row[column - 1];
    }
  }
  return rows;
}

function spread(
  row: RawRow,
  spans: readonly { from: number; count: number }[],
  width: number,
): (RawCell | undefined)[] {
  const laid: (RawCell | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const [at, span] of spans.entries()) {
    for (let column = span.from; column < span.from + span.count; column += 1) laid[column] = row[at];
  }
  return laid;
}

/** The length most rows have; when several are as frequent, the longest. */
function widthOf(segment: Segment): number {
  const counts = new Map<number, number>();
  for (const row of segment.body) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const widest = segment.header.reduce((most, row) => Math.max(most, row.length), 0);
  for (const [length, count] of counts) if (length === widest) counts.set(length, count + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? widest;
}

function numericColumns(body: readonly RawRow[], width: number): readonly boolean[] {
  const full = body.filter((row) => row.length === width);
  return Array.from({ length: width }, (_, at) => full.some((row) => isNumber(row[at])));
}

/** Columns whose lowest name is that of a share, where every column has one. */
function rateColumns(header: readonly RawRow[], width: number): readonly boolean[] {
  const names = header.at(-1) ?? [];
  return names.length === width ? names.map(({ text }) => isShareName(tight(text))) : [];
}
