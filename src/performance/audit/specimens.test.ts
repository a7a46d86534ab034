import { describe, expect, test } from 'vitest';
import { auditDocument } from './audit-document.ts';
import type { Finding } from './audit.ts';
import { changed, type DocumentSpec } from './fixtures/document.ts';
import { specimens } from './fixtures/index.ts';
import {
  asGrid,
  asMarkdown,
  asOnePerLine,
  asSpaces,
  asTabbedRows,
  asTabCells,
  type Layout,
} from './fixtures/layouts.ts';

const layouts: readonly (readonly [string, Layout])[] = [
  ['grid', asGrid],
  ['tab cells', asTabCells],
  ['tabbed rows', asTabbedRows],
  ['markdown', asMarkdown],
  ['one cell per line', asOnePerLine],
  ['spaces', asSpaces],
];
/** Layouts that lose no cell: whatever is planted there must be found. */
const faithful = layouts.slice(0, 4);

const accusations = (spec: DocumentSpec, layout: Layout): readonly Finding[] =>
  auditDocument(layout(spec)).findings.filter(
    ({ verdict }) => verdict === 'contradiction' || verdict === 'rounding',
  );

describe.each(layouts)('printed as %s', (_, layout) => {
  test.each(specimens.map(({ name, spec }) => [name, spec] as const))(
    'a sound %s is not accused',
    (_, spec) => {
      expect(accusations(spec, layout).map(({ calc }) => calc)).toEqual([]);
    },
  );
});

describe.each(faithful)('planted and printed as %s', (_, layout) => {
  test.each(
    specimens.flatMap(({ name, spec, faults }) =>
      faults.map((fault) => [name, fault.what, spec, fault] as const),
    ),
  )('%s: %s is found', (_, __, spec, fault) => {
    const found = auditDocument(layout(changed(spec, fault.from, fault.to, fault.nth))).findings;
    const hit = found.filter(({ kind, verdict }) => fault.kinds.includes(kind) && verdict === fault.verdict);
    expect(hit).not.toEqual([]);
  });
});

/** Every cell that takes part in a sum the clean document confirms. */
function summedCells(spec: DocumentSpec): readonly (readonly [table: number, row: number, column: number])[] {
  const extracted = asGrid(spec);
  const lines = new Set(
    auditDocument(extracted)
      .findings.filter(({ kind, verdict }) => kind === 'sum' && verdict === 'consistent')
      .flatMap(({ where }) => where.map(({ line }) => line)),
  );
  return extracted.tables.flatMap((table, at) =>
    table.cells
      .filter((cell) => lines.has(cell.line) && /^[1-9][\d.]*$/.test(cell.text))
      .map((cell) => [at, cell.row, cell.column] as const),
  );
}

test.each(specimens.map(({ name, spec }) => [name, spec] as const))(
  'in a %s no figure of a confirmed sum can change unnoticed',
  (_, spec) => {
    for (const [table, row, column] of summedCells(spec)) {
      const extracted = asGrid(spec);
      const cell = extracted.tables[table]?.cells.find((each) => each.row === row && each.column === column);
      if (!cell) throw new Error('the cell is gone');
      // The first digit changes: 830.50 → 930.50, 9 → 8.
      const text = (cell.text.startsWith('9') ? '8' : String(Number(cell.text[0]) + 1)) + cell.text.slice(1);
      const altered = {
        ...extracted,
        lines: extracted.lines.map((line) => (line.number === cell.line ? { ...line, text } : line)),
        tables: extracted.tables.map((each, at) =>
          at === table
            ? { ...each, cells: each.cells.map((one) => (one === cell ? { ...one, text } : one)) }
            : each,
        ),
      };
      const found = auditDocument(altered).findings.filter(({ verdict }) => verdict !== 'consistent');
      expect(
        found.flatMap(({ where }) => where.map(({ line }) => line)),
        `${cell.text} → ${text}`,
      ).toContain(cell.line);
    }
  },
);
