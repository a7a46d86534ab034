/**
 * What a document says, whatever its format: lines of text with their places, and tables with their cells.
 * Readers (docx, xlsx, html, txt, pdf) make it; whoever audits, imports or searches reads only this.
 */
export interface ExtractedLine {
  /** 1-based in the extracted text; what `where.line` of a finding means. */
  readonly number: number;
  readonly text: string;
}

export interface ExtractedCell {
  readonly text: string;
  /** 0-based grid position of its upper left corner, after merged cells are laid out. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The line in `lines` where the cell's text begins. */
  readonly line: number;
}

export interface ExtractedTable {
  readonly cells: readonly ExtractedCell[];
  readonly rows: number;
  readonly columns: number;
  /** First and last line of the table in `lines`. */
  readonly from: number;
  readonly to: number;
  /** Sheet name of a workbook, caption of a table; empty when there is none. */
  readonly name: string;
}

export interface Extracted {
  readonly format: 'docx' | 'xlsx' | 'html' | 'txt' | 'pdf';
  readonly lines: readonly ExtractedLine[];
  /** Empty for plain text: there the reader of the text must find tables in the lines. */
  readonly tables: readonly ExtractedTable[];
  /** What could not be read, in Chinese, for the person: 'page 3 is a picture'. */
  readonly unread: readonly string[];
}
