import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { depthOf } from '../tables/row-kind.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { sumCloseness, type Closeness } from './closeness.ts';
import { cellPlace } from './table-rows.ts';

/** A row and the rows below that detail it: 其中：…, or 1、2、3、 under a line without a number. */
export const tableDetails = (tables: readonly Table[]): readonly Finding[] =>
  tables.flatMap((table) => parents(table).flatMap((family) => familyFindings(table, family)));

interface Family {
  readonly parent: Row;
  /** Readings: how far the detail reaches. */
  readonly readings: readonly (readonly Row[])[];
}

// 其中 goes on for a few lines; a longer run is the rest of the table.
const LONGEST = 8;

function parents(table: Table): readonly Family[] {
  return table.rows.flatMap((parent, at) => {
    const below = table.rows.slice(at + 1, at + 1 + 40);
    const first = below[0];
    if (!first || parent.kind === 'among') return [];
    if (first.kind === 'among') return [{ parent, readings: runs(below.slice(0, LONGEST)) }];
    const numbered =
      depthOf(parent.label) === 0 && /^1[、.]|^[(]?一[)、]|^①/.test(first.label) ? sequence(below) : [];
    return numbered.length >= 2 && parent.kind === 'detail' ? [{ parent, readings: [numbered] }] : [];
  });
}

/** Two rows, three rows … up to the next total or numbered line. */
function runs(rows: readonly Row[]): readonly (readonly Row[])[] {
  const end = rows.findIndex(
    (row, at) => at > 0 && (row.kind === 'total' || row.kind === 'subtotal' || depthOf(row.label) > 0),
  );
  const run = end < 0 ? rows : rows.slice(0, end);
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(0, run.length - at));
}

const ORDER = [
  /^(?:1[、.]|[(]1[)]|一、|[(]一[)]|①)/,
  /^(?:2[、.]|[(]2[)]|二、|[(]二[)]|②)/,
  /^(?:3[、.]|[(]3[)]|三、|[(]三[)]|③)/,
  /^(?:4[、.]|[(]4[)]|四、|[(]四[)]|④)/,
  /^(?:5[、.]|[(]5[)]|五、|[(]五[)]|⑤)/,
  /^(?:6[、.]|[(]6[)]|六、|[(]六[)]|⑥)/,
];

/** 1、 2、 3、 in order, whatever stands between them. */
function sequence(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  for (const row of rows) {
    const next = ORDER[found.length];
    if (found.length > 0 && ORDER[0]?.test(row.label)) break;
    if (next?.test(row.label)) found.push(row);
  }
  return found;
}

interface Tried {
  readonly column: Column;
  readonly rows: readonly Row[];
  readonly stated: Figure;
  readonly verdict: Closeness;
}

function familyFindings(table: Table, { parent, readings }: Family): readonly Finding[] {
  const columns = table.columns.filter(
    (column) => column.kind === 'amount' && !/平均|人均|日均|分值|得分|权重|排名/.test(column.name),
  );
  const attempts = readings.map((rows) => columns.flatMap((column) => tryColumn(parent, column, rows)));
  const best = attempts.toSorted((a, b) => held(b) - held(a))[0] ?? [];
  const fails = best.length - held(best);
  // The rows must show themselves that they add up; 其中 alone may be only a part.
  return held(best) >= 2 && held(best) >= fails
    ? best.map((tried) => detailFinding(table, parent, tried))
    : [];
}

const held = (tried: readonly Tried[]): number =>
  tried.filter((one) => one.verdict !== 'contradiction').length;

function tryColumn(parent: Row, column: Column, rows: readonly Row[]): readonly Tried[] {
  const stated = parent.cells[column.index]?.figure;
  const figures = rows.flatMap((row) => row.cells[column.index]?.figure ?? []);
  if (!stated || stated.value.num === 0n || figures.length < 2) return [];
  return [{ column, rows, stated, verdict: sumCloseness(stated, figures).verdict }];
}

function detailFinding(table: Table, parent: Row, { column, rows, stated, verdict }: Tried): Finding {
  const members = rows.filter((row) => row.cells[column.index]?.figure);
  const { sum } = sumCloseness(
    stated,
    members.flatMap((row) => row.cells[column.index]?.figure ?? []),
  );
  const terms = members.map((row) => `${row.label}${row.cells[column.index]?.text.trim() ?? ''}`).join(' + ');
  const calc = `${parent.label}的${column.name}${said(stated)}；${terms} = ${inUnit(sum, stated.unit)}${stated.unit.text}`;
  const where = [parent, ...members].map((row) => cellPlace(table, row, column));
  return finding({ kind: 'sum', verdict, a: stated.value, b: sum, unit: stated.unit, calc, where });
}
