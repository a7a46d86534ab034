import type { Column, Row, Table } from '../tables/table.ts';
import type { Figure } from '../text/figure.ts';
import { sumCloseness } from './closeness.ts';
import type { ColumnSum } from './relations.ts';

// Enough rows to tell a rule from an accident; more would only cost time.
const LOOKED_AT = 60;
const MOST_COLUMNS = 24;
const LONGEST = 12;

/** Sums no header names, shown by the rows: a column that nearly always is the sum of those beside it. */
export function discoverSums(table: Table): readonly ColumnSum[] {
  const columns = table.columns.filter((column) => column.kind === 'amount').slice(0, MOST_COLUMNS);
  if (columns.length < 3) return [];
  const rows = table.rows.slice(0, LOOKED_AT);
  const found: ColumnSum[] = [];
  for (const [at, total] of columns.entries()) {
    const after = columns.slice(at + 1, at + 1 + LONGEST);
    const before = columns.slice(Math.max(0, at - LONGEST), at).toReversed();
    const parts = longestThatHolds(rows, total, after) ?? longestThatHolds(rows, total, before);
    if (parts) found.push({ total, readings: [parts], stated: false, exhaustive: true });
  }
  return found;
}

function longestThatHolds(
  rows: readonly Row[],
  total: Column,
  side: readonly Column[],
): readonly Column[] | undefined {
  for (let length = side.length; length >= 2; length -= 1) {
    const parts = side.slice(0, length);
    if (isShown(rows, total, parts)) return parts;
  }
  return undefined;
}

/** At least three different rows hold, and three times as many as fail; small numbers agree by accident. */
function isShown(rows: readonly Row[], total: Column, parts: readonly Column[]): boolean {
  const held = new Set<string>();
  const failed = new Set<string>();
  for (const row of rows) {
    const stated = row.cells[total.index]?.figure;
    const figures = parts.flatMap((column) => row.cells[column.index]?.figure ?? []);
    if (!stated || figures.filter(isSomething).length < 2) continue;
    const key = [stated, ...figures].map((figure) => figure.printed).join('|');
    const holds = sumCloseness(stated, figures).verdict !== 'contradiction';
    if (!holds) failed.add(key);
    else if (stated.value.num >= 10n * stated.value.den) held.add(key);
    if (failed.size > 4 && failed.size > held.size) return false;
  }
  return held.size >= 3 && held.size >= failed.size * 3;
}

const isSomething = (figure: Figure): boolean => figure.value.num !== 0n;
