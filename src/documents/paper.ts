/**
 * A document to be written: one value, many formats. Whoever writes a report makes a `Paper`; docx, xlsx, pdf, html and
 * json all come out with the same words and the same tables, row for row.
 */
export interface Paper {
  readonly title: string;
  /** Under the title: `（2020 年度）`. */
  readonly subtitle?: string;
  /** Small, at the top of every page and every sheet, such as 模拟数据. */
  readonly banner?: string;
  /** Of another size than A4 there is a pdf only: a wall chart, a card. */
  readonly sheet?: PaperSheet;
  readonly blocks: readonly Block[];
  /** Where figures come from; runs point to them by id. Printed as a list at the end. */
  readonly sources?: readonly PaperSource[];
}

export type PaperSheet = 'A1' | 'A4' | 'A6';

export interface PaperSource {
  readonly id: string;
  readonly text: string;
}

export type Block = Heading | Paragraph | PaperTable | Signature | Note | QrCode | PageBreak | Turn;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly align?: Align;
  /** First line two characters in; the rule for running text. Default: yes, unless centred or to the right. */
  readonly indent?: boolean;
}

/** Small text below a table or at the end. */
export interface Note {
  readonly kind: 'note';
  readonly runs: readonly Run[];
}

/** Lines to be signed by hand: label, then a value or an empty rule. */
export interface Signature {
  readonly kind: 'signature';
  readonly lines: readonly { readonly label: string; readonly value?: string }[];
}

/** 二维码 — a code to be scanned, with words for those who cannot; a workbook has the words and the address. */
export interface QrCode {
  readonly kind: 'qr';
  /** What it says, such as a web address. */
  readonly text: string;
  readonly caption: string;
}

export interface PageBreak {
  readonly kind: 'page-break';
}

/** From here on pages stand or lie, beginning with a new page. */
export interface Turn {
  readonly kind: 'turn';
  readonly orientation: Orientation;
}

export type Orientation = 'portrait' | 'landscape';

export interface PaperTable {
  readonly kind: 'table';
  /** Above the table, and the sheet's name in a workbook. */
  readonly caption: string;
  /** Relative widths; their number is the number of columns. */
  readonly columns: readonly number[];
  /** So many rows from the top are repeated on every page. */
  readonly headerRows: number;
  /** As in HTML: a cell that a span from above covers is left out. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** `\n` breaks a line. */
  readonly runs: readonly Run[];
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly align: Align;
  readonly shade: Shade;
  /** A printed number (`1,595.33`, `29.00%`): a workbook gets the number, shown the same way. */
  readonly isNumber: boolean;
}

export type Shade = 'none' | 'head' | 'attention';

export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
  /** Id of a source; printed as a small raised `[n]` that leads to it. */
  readonly ref?: string;
  /** A web address (`https://…`) that these words lead to, in every format that has links. */
  readonly link?: string;
}

/** Words for `paper.ts`'s plain values: a string is one run. */
export type Words = string | Run | readonly Run[];

const runsOf = (words: Words): readonly Run[] => {
  if (typeof words === 'string') return [{ text: words }];
  return 'text' in words ? [words] : words;
};

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text });
export const paragraph = (words: Words, more: Pick<Paragraph, 'align' | 'indent'> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: runsOf(words),
  ...more,
});
export const note = (words: Words): Note => ({ kind: 'note', runs: runsOf(words) });
export const qr = (text: string, caption: string): QrCode => ({ kind: 'qr', text, caption });
export const table = (
  caption: string,
  { columns, headerRows = 1 }: { readonly columns: readonly number[]; readonly headerRows?: number },
  rows: PaperTable['rows'],
): PaperTable => ({ kind: 'table', caption, columns, headerRows, rows });

type CellOptions = Partial<Omit<Cell, 'runs'>>;
const PLAIN = { rowSpan: 1, columnSpan: 1, align: 'left', shade: 'none', isNumber: false } as const;

/** A cell of words. */
export const cell = (words: Words, options: CellOptions = {}): Cell => ({
  ...PLAIN,
  runs: runsOf(words),
  ...options,
});
/** A cell of a header row: centred, shaded, bold. */
export const headCell = (text: string, options: CellOptions = {}): Cell =>
  cell({ text, isBold: true }, { align: 'center', shade: 'head', ...options });
/** A cell of a printed number: to the right, and a number in a workbook. */
export const numberCell = (words: Words, options: CellOptions = {}): Cell =>
  cell(words, { align: 'right', isNumber: true, ...options });
