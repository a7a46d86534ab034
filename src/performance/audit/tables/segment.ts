import { isBlankCell } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { isFormLine, titleWith } from './form-line.ts';
import { filled, hasFigure, isHeaderRow, isNumber } from './header-row.ts';
import type { RawCell, RawRow, RawTable } from './raw.ts';

/** One table of one structure: header rows above data rows. Forms stack several of them in one grid. */
export interface Segment {
  readonly title: string;
  readonly header: readonly RawRow[];
  readonly body: readonly RawRow[];
  readonly known: boolean;
  readonly guessed: boolean;
}

const isTitle = (row: RawRow, wide: boolean): boolean => {
  const [only, ...others] = filled(row);
  if (!only || others.length > 0 || isNumber(only)) return false;
  return row.length === 1 && wide && only.text.length <= 60;
};

const sameRow = (a: RawRow | undefined, b: RawRow): boolean =>
  a !== undefined &&
  a.length === b.length &&
  a.every((cell, at) => tight(cell.text) === tight(b[at]?.text ?? ''));

/** 收入项目 | 金额 above, 支出项目 | 金额 here: the names of the columns again, but for the first. */
const headsAnother = (header: RawRow | undefined, row: RawRow): boolean =>
  header !== undefined &&
  row.length === header.length &&
  row.length >= 2 &&
  row.every((cell) => cell.text.trim() !== '' && !hasFigure(cell)) &&
  row.slice(1).every((cell, at) => tight(cell.text) === tight(header[at + 1]?.text ?? '')) &&
  tight(row[0]?.text ?? '').slice(-1) === tight(header[0]?.text ?? '').slice(-1);

/** Cuts stacked tables apart; a header repeated after a page break is dropped. */
export function segmentsOf(raw: RawTable): readonly Segment[] {
  const found: Segment[] = [];
  let title = raw.title;
  let header: RawRow[] = [];
  let body: RawRow[] = [];
  const wide = raw.rows.some((row) => row.length > 1);
  const end = (): void => {
    if (body.length > 0) found.push({ title, header, body, known: raw.known, guessed: raw.guessed === true });
    header = [];
    body = [];
  };
  for (let at = 0; at < raw.rows.length; at += 1) {
    const row = raw.rows[at] ?? [];
    if (row.length === 0 && !raw.known) continue;
    if (
      isFormLine(row) &&
      (body.length === 0 || isHeaderRow(raw.rows[at + 1] ?? [], raw.rows[at + 2], true))
    ) {
      end();
      title = titleWith(title, row);
      continue;
    }
    if (isTitle(row, wide)) {
      end();
      title = row.find((cell) => cell.text !== '')?.text ?? title;
      continue;
    }
    if (body.length > 0 && header.length > 0 && sameRow(header[0], row)) {
      at += header.length - 1;
      continue;
    }
    if (
      (body.length > 0 && headsAnother(header.at(-1), row)) ||
      isHeaderRow(row, raw.rows[at + 1], header.length + body.length === 0)
    ) {
      end();
      header = headerFrom(raw, at);
      at += header.length - 1;
    } else body.push(row);
  }
  end();
  return found;
}

function headerFrom(raw: RawTable, at: number): RawRow[] {
  const header = [raw.rows[at] ?? []];
  for (let next = at + 1; next + 1 < raw.rows.length && header.length < 5; next += 1) {
    const row = raw.rows[next] ?? [];
    if (!mayContinue(row)) break;
    const goesOn = raw.known
      ? continuesGrid(header)
      : continues(row, header.at(-1) ?? [], raw.rows[next + 1] ?? []);
    if (!goesOn) break;
    header.push(!raw.known && isBesideLabel(row, raw.rows[next + 1] ?? []) ? [noCell(row), ...row] : row);
  }
  return header;
}

/** The column of labels has its name above, merged down: one name fewer than cells below. */
const isBesideLabel = (row: RawRow, below: RawRow): boolean =>
  row.length + 1 === below.length && !below.slice(0, 1).some(isNumber) && below.slice(1).every(isValue);
const isValue = (cell: RawCell): boolean => isNumber(cell) || isBlankCell(cell.text);
const noCell = ([cell]: RawRow): RawCell => ({ ...(cell as RawCell), text: '' });

/** Only short words: names, not values. */
const mayContinue = (row: RawRow): boolean => {
  const cells = filled(row);
  return cells.length > 0 && !cells.some((cell) => hasFigure(cell) || cell.text.length > 24);
};

/** In a grid every cell above either reaches down or spreads over several columns. */
const continuesGrid = (header: readonly RawRow[]): boolean => {
  const reaches = (cell: RawCell, from: number): boolean => cell.rowSpan > header.length - from;
  const last = header.at(-1) ?? [];
  if (header.some((row, from) => row.some((cell) => reaches(cell, from)))) return true;
  return last.length > 0 && last.every((cell) => cell.columnSpan > 1);
};

/** In a dump the first column is empty, merged from above; or a few groups stand over as many names as there are values. */
const continues = (row: RawRow, above: RawRow, below: RawRow): boolean => {
  const [first] = row;
  if (first && isBlankCell(first.text)) return true;
  const fewer = above.length < row.length || above.some((cell) => isBlankCell(cell.text));
  return (
    fewer &&
    (below.length === row.length || isBesideLabel(row, below)) &&
    below.some(isNumber) &&
    !row.some((cell) => isBlankCell(cell.text))
  );
};
