import type { Handlers } from './docx-paragraphs.ts';
import type { TextBuilder } from './text-builder.ts';
import { attribute, numberAttribute } from './xml-token.ts';

interface Cell {
  columns: number;
  continues: boolean;
  isOpen: boolean;
}

export interface CellHandlers extends Handlers {
  /** Opens the cell whose properties have been read; called before its first content. */
  readonly begin: () => void;
}

/** Tables, rows and cells, merged across (`gridSpan`) and down (`vMerge`). */
export function cellHandlers(text: TextBuilder): CellHandlers {
  const cells: Cell[] = [];
  /** Per open row: grid columns still to be left free. */
  const skips: number[] = [];

  const begin = (): void => {
    const cell = cells.at(-1);
    if (!cell || cell.isOpen) return;
    cell.isOpen = true;
    text.openCell({ columns: cell.columns, continues: cell.continues, skip: skips.pop() ?? 0 });
    skips.push(0);
  };
  const mark = (change: Partial<Cell>): void => void Object.assign(cells.at(-1) ?? {}, change);

  return {
    begin,
    open: {
      tbl: () => {
        begin();
        text.openTable();
      },
      tr: () => {
        text.openRow();
        skips.push(0);
      },
      gridBefore: (tag) => void skips.splice(-1, 1, numberAttribute(tag, 'val', 0)),
      tc: () => void cells.push({ columns: 1, continues: false, isOpen: false }),
      gridSpan: (tag) => mark({ columns: numberAttribute(tag, 'val', 1) }),
      vMerge: (tag) => mark({ continues: attribute(tag, 'val') !== 'restart' }),
    },
    close: {
      tc: () => {
        begin();
        cells.pop();
        text.closeCell();
      },
      tr: () => void skips.pop(),
      tbl: text.closeTable,
    },
  };
}
