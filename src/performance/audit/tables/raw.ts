/** A cell as it stands in the document, before anything is understood. */
export interface RawCell {
  readonly text: string;
  readonly line: number;
  /** Grid column, or −1 where the dump lost it. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}
export type RawRow = readonly RawCell[];

/** Rows that stand together, with what the text around them says. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  /** Sheet name, caption, or the line above. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** Are grid columns and spans known, or only the order of cells? */
  readonly known: boolean;
  /** Put together by guess, so that nothing may rest on which row belongs to which group. */
  readonly guessed?: boolean;
}

/** **合计**, __合计__, ~~合计~~: how a word is set is no part of it. */
const plain = (text: string): string =>
  text.replace(/(\*\*|__|~~)(?=\S)([^*_~\n]{0,400}?\S)\1/g, '$2').trim();

export const rawCell = (text: string, line: number): RawCell => ({
  // A dash is how a dump prints an empty cell.
  text: /^\s*[-—–]{1,4}\s*$/.test(text) ? '' : plain(text),
  line,
  column: -1,
  columnSpan: 1,
  rowSpan: 1,
});
