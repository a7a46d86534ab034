import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import type { Extracted, ExtractedLine, ExtractedTable } from './extracted.ts';
import { openGrid, type Grid, type Span } from './table-grid.ts';

/** Where a reader puts what it finds, in document order; tables may nest. */
export interface TextBuilder {
  /** Adds a line to the document, and to the cell that is open. Breaks inside `text` make several lines. */
  readonly line: (text: string) => void;
  readonly openTable: (name?: string) => void;
  readonly openRow: (at?: number) => void;
  readonly openCell: (span?: Partial<Span>) => void;
  readonly closeCell: () => void;
  readonly closeTable: () => void;
  /** Notes, once, what could not be read. */
  readonly unread: (sentence: string) => void;
  readonly done: (format: Extracted['format']) => Extracted;
}

const BREAK = /\r\n|[\n\r\v\f\u2028\u2029]/;

/** An empty document. More than `limit` lines is refused with `documents.too-much`. */
export function textBuilder(name: string, limit: number): TextBuilder {
  const lines: ExtractedLine[] = [];
  const tables: ExtractedTable[] = [];
  const unread = new Set<string>();
  const open: Grid[] = [];

  const add = (text: string): void => {
    const grid = open.at(-1);
    if (grid?.isHidden()) return;
    if (lines.length >= limit) refuse('documents.too-much', { name, what: `超过 ${limit} 行` });
    const own = detached(text);
    lines.push({ number: lines.length + 1, text: own });
    grid?.write(own);
  };
  const closeTable = (): void => {
    const table = open.pop()?.close(lines.length);
    if (table) tables.push(table);
  };

  return {
    line: (text) => (BREAK.test(text) ? text.split(BREAK).forEach(add) : add(text)),
    openTable: (caption = '') => void open.push(openGrid(caption, lines.length + 1)),
    openRow: (at) => open.at(-1)?.openRow(at),
    openCell: (span = {}) => open.at(-1)?.openCell({ ...ONE, ...span }, lines.length + 1),
    closeCell: () => {
      // Every cell has a place, so an empty one has an empty line.
      if (open.at(-1)?.isEmptyCell(lines.length)) add('');
      open.at(-1)?.closeCell();
    },
    closeTable,
    unread: (sentence) => void unread.add(sentence),
    done: (format) => {
      while (open.length > 0) closeTable();
      tables.sort((a, b) => a.from - b.from || b.to - a.to);
      return { format, lines, tables, unread: [...unread] };
    },
  };
}

const ONE: Span = { rows: 1, columns: 1, continues: false, skip: 0 };

/** A long slice of a string keeps the whole string alive: a megabyte of XML for a sentence. */
const detached = (text: string): string => (text.length > 12 ? Buffer.from(text).toString() : text);
