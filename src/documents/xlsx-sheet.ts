import { refuse } from '#lib/refusal.ts';
import type { Office } from './office.ts';
import { attribute, numberAttribute, type Attributes } from './xml-token.ts';
import { unescapeExcel } from './xlsx-strings.ts';
import type { ShowNumber } from './xlsx-styles.ts';

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

/** A merged area, both ends included. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface GatheredSheet {
  /** Rows from top to bottom, cells from left to right. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Area[];
  readonly hiddenRows: number;
}

interface SheetContext {
  readonly strings: readonly string[];
  readonly show: ShowNumber;
  readonly most: { readonly name: string; readonly cells: number };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

/** Gathers a sheet's cells, with their texts as shown, and its merged areas, which stand behind the cells. */
export function readSheet(office: Office, part: string, context: SheetContext): GatheredSheet {
  const rows: { row: number; cells: { column: number; text: string }[] }[] = [];
  const merged: Area[] = [];
  const most = countedTo(context.most);
  let hiddenRows = 0;
  let cell: OpenCell | undefined;
  let isInValue = false;
  let phonetic = 0;

  const openRow = (tag: Attributes): void => {
    const row = numberAttribute(tag, 'r', (rows.at(-1)?.row ?? -1) + 2) - 1;
    if (['1', 'true'].includes(attribute(tag, 'hidden') ?? '')) hiddenRows += 1;
    rows.push({ row, cells: [] });
  };
  office.read(part, {
    open: (name, tag) => {
      if (name === 'row') openRow(tag);
      else if (name === 'c') {
        most();
        cell = openCell(tag, (rows.at(-1)?.cells.at(-1)?.column ?? -1) + 1);
      } else if (name === 'v') isInValue = true;
      else if (name === 't') isInValue = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'mergeCell') merged.push(...areaOf(attribute(tag, 'ref') ?? ''));
    },
    text: (piece) => {
      if (isInValue && cell) cell.text += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isInValue = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'c' || !cell) return;
      rows.at(-1)?.cells.push({ column: cell.column, text: shown(cell, context) });
      cell = undefined;
    },
  });
  for (const { cells } of rows) cells.sort((a, b) => a.column - b.column);
  rows.sort((a, b) => a.row - b.row);
  return { rows, merged, hiddenRows };
}

/** Refuses at the cell that is one too many. */
function countedTo({ name, cells }: SheetContext['most']): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > cells) refuse('documents.too-much', { name, what: `超过 ${cells} 个单元格` });
  };
}

/** A cell need not say where it stands; then it stands behind the one before. */
const openCell = (tag: Attributes, next: number): OpenCell => ({
  column: findPlace(attribute(tag, 'r') ?? '')?.column ?? next,
  type: attribute(tag, 't') ?? 'n',
  style: numberAttribute(tag, 's', 0),
  text: '',
});

function shown({ type, text, style }: OpenCell, { strings, show }: SheetContext): string {
  if (type === 's') return strings[Number.parseInt(text, 10)] ?? '';
  if (type === 'n') return text === '' ? '' : show(text, style);
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return unescapeExcel(text);
}

/** `AB12` → column 27, row 11. */
function findPlace(name: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match) return undefined;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) - 1 };
}

function areaOf(name: string): readonly Area[] {
  const [from, to] = name.split(':').map(findPlace);
  return from && to ? [{ ...from, lastRow: to.row, lastColumn: to.column }] : [];
}
