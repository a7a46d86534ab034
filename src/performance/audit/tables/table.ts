import type { Figure } from '../text/figure.ts';
import type { Unit } from '../text/units.ts';

/** A table understood: named columns, labelled rows, figures with units. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Do the header names certainly stand over their columns? */
  readonly certain: boolean;
}
export interface Column {
  readonly index: number;
  /** Header texts from the top down, without repeats. */
  readonly path: readonly string[];
  /** The last of them that is a name, or the group and the word for its total. */
  readonly name: string;
  readonly unit: Unit;
  readonly kind: 'label' | 'index' | 'amount' | 'rate' | 'text';
}
export interface TableCell {
  readonly text: string;
  readonly line: number;
  readonly figure: Figure | undefined;
  readonly blank: boolean;
  /** Rows this very cell spans. */
  readonly rowSpan: number;
}
export type RowKind = 'detail' | 'total' | 'subtotal' | 'among';
export interface Row {
  readonly index: number;
  readonly cells: readonly (TableCell | undefined)[];
  /** Label columns from the left, merged cells carried down. */
  readonly path: readonly string[];
  readonly label: string;
  readonly kind: RowKind;
  readonly line: number;
}

/** Where a cell stands, for a person. */
export const placeOf = (table: Table, row: Row, column: Column | undefined): string =>
  [table.title.split(/\s/)[0] || '表格', row.label, column?.name].filter(Boolean).join(' / ');
