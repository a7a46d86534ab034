import { equal, sum, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import type { Finding, Place } from '../audit.ts';
import { finding } from '../finding.ts';
import { sheetColumns } from '../score/columns.ts';
import type { ScoreSheet, SheetRow } from '../score/sheet.ts';
import type { Row, Table } from '../tables/table.ts';
import { placeOf } from '../tables/table.ts';
import type { Figure } from '../text/figure.ts';
import { quote, tight } from '../text/fold.ts';

/** 小计 inside a score sheet: of the rows since the one before it, or of several of its groups. */
export const scoreSubtotals = (sheet: ScoreSheet): readonly Finding[] =>
  sheet.tables.flatMap((table) => (table.certain ? subtotalsOf(table, sheet) : []));

interface Subtotal {
  readonly row: Row;
  /** Of its score: the label of a merged group stands further up. */
  readonly line: number;
  readonly name: string;
  readonly full: Figure | undefined;
  readonly claimed: Figure | undefined;
}

function subtotalsOf(table: Table, sheet: ScoreSheet): readonly Finding[] {
  const columns = sheetColumns(table);
  if (!columns) return [];
  const figure = (row: Row, index: number | undefined): Figure | undefined =>
    index === undefined ? undefined : row.cells[index]?.figure;
  const lineOf = (row: Row): number => row.cells[columns.score.index]?.line ?? row.line;
  const subtotals = table.rows
    .filter((row) => row.cells.some((cell) => isSubtotal(tight(cell?.text.slice(0, 20) ?? ''), sheet)))
    .map((row): Subtotal => ({
      row,
      line: lineOf(row),
      name: [...new Set([row.path[0], row.label])].join('/'),
      full: figure(row, columns.full?.index),
      claimed: figure(row, columns.score.index),
    }));
  const starts = [table.rows[0]?.line ?? 0, ...subtotals.map(({ line }) => line)];
  return subtotals.flatMap((subtotal, at) => {
    const since = starts
      .slice(0, at + 1)
      .toReversed()
      .map((from) => sheet.rows.filter(({ scorePlace: { line } }) => line >= from && line < subtotal.line));
    const own = groupOf(subtotal.row, sheet.rows);
    // Several one below the other, without rows of their own and without a group's name: whose they are is not said.
    const isOpen = own.length === 0 && since[0]?.length === 0;
    const runs = own.length > 0 ? [own] : isOpen ? [] : since;
    const place = { line: subtotal.line, place: placeOf(table, subtotal.row, undefined) };
    return [
      ...compared(subtotal.claimed, runs, {
        word: '得分',
        of: ({ claimed }) => claimed,
        place,
        name: subtotal.name,
      }),
      ...compared(subtotal.full, runs, { word: '分值', of: ({ full }) => full, place, name: subtotal.name }),
    ];
  });
}

/** 小计, 投入小计; or 其中：投入 below the rows of that group. */
const isSubtotal = (text: string, { rows }: ScoreSheet): boolean =>
  text.endsWith('小计') ||
  (/^其中[:：]/.test(text) && rows.some(({ groups }) => groups.some(({ name }) => name === bared(text))));
const bared = (text: string): string => text.replace(/^小计|小计$|^其中[:：]/g, '');

/** 小计 | 过程: the rows of the group that the subtotal names. */
function groupOf(row: Row, rows: readonly SheetRow[]): readonly SheetRow[] {
  const names = row.cells.flatMap((cell) => {
    const text = bared(tight(cell?.text ?? ''));
    return text.length >= 2 && !cell?.figure ? text : [];
  });
  return rows.filter(({ path }) => names.some((name) => tight(path).split('/').includes(name)));
}

interface Compared {
  readonly word: string;
  readonly of: (row: SheetRow) => Fraction | undefined;
  readonly place: Omit<Place, 'text'>;
  readonly name: string;
}

function compared(
  stated: Figure | undefined,
  runs: readonly (readonly SheetRow[])[],
  { word, of, place, name }: Compared,
): readonly Finding[] {
  const known = runs.filter((run) => run.length > 0 && run.every(of));
  const [nearest] = known;
  if (!stated || !nearest) return [];
  const sumOf = (run: readonly SheetRow[]): Fraction => sum(run.map((row) => of(row) ?? zero));
  const run = known.find((each) => equal(stated.value, sumOf(each))) ?? nearest;
  const b = sumOf(run);
  const terms = run.map((row) => `${row.name}${toDecimal(of(row) ?? zero)}`).join(' + ');
  const calc = `${name}的${word}${stated.printed}；${terms} = ${toDecimal(b)}`;
  const verdict = equal(stated.value, b) ? 'consistent' : 'contradiction';
  const where = [{ ...place, text: quote(stated.printed) }, ...run.slice(0, 20).map((row) => row.scorePlace)];
  return [finding({ kind: 'sum', verdict, a: stated.value, b, calc, where })];
}
