import { compare, equal, plus, zero } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { depthOf } from '../tables/row-kind.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { sumCloseness } from './closeness.ts';
import { cellPlace } from './table-rows.ts';

const OF_YEAR = /^本年(?:收入|支出)(?:合计|小计)$/;
const ALL = /^(?:收入|支出|收支)?(?:总计|合计)$/;
/** What stands between the year and the whole: carried in or over, used, distributed, taken back. */
const BETWEEN =
  /^(?:(?:年初|上年|年末|年终|结转下年).{0,10}|(?:使用|动用|用|安排).{0,12}|结余分配|.{0,10}弥补收支差额|上缴.{0,8}|交回.{0,8})(?:[(（].{0,16}[)）])?$/;

/**
 * The account of a year as every unit publishes it: the year is the sum of its lines, and all is the year and what was
 * carried. `found`: sums of this table already spoken of.
 */
export function accountTable(table: Table, found: readonly Finding[]): readonly Finding[] {
  const known = new Set(found.map(({ where }) => where[0]?.line));
  return table.columns
    .filter(({ kind }) => kind === 'amount')
    .flatMap((column) => accountFindings(table, column))
    .filter(({ where }) => !known.has(where[0]?.line));
}

function accountFindings(table: Table, column: Column): readonly Finding[] {
  const year = table.rows.find((row) => OF_YEAR.test(nameOf(row)));
  if (!year) return [];
  const all = table.rows.find((row) => row.index > year.index && ALL.test(nameOf(row)));
  const lines = table.rows.filter((row) => row.index < year.index && row.cells[column.index]?.figure);
  const between = all
    ? table.rows.filter((row) => row.index > year.index && row.index < all.index && nameOf(row) !== '')
    : [];
  const tops = withoutDetails(lines, column);
  const ofYear = decide({
    table,
    column,
    total: year,
    readings: [...linesOf(lines), tops],
    plain: tops.length === lines.length && arePlain(lines),
  });
  const known = between.every((row) => BETWEEN.test(nameOf(row)));
  const ofAll = all && {
    table,
    column,
    total: all,
    readings: [
      [year, ...between],
      [year, ...between.filter((row) => BETWEEN.test(nameOf(row)))],
    ],
    plain: known,
  };
  return [...ofYear, ...(ofAll ? decide(ofAll) : [])];
}

const nameOf = (row: Row): string => tight(row.label).replace(/^[一二三四五六七八九十]{1,3}、/, '');

/** All of them, or those of the first rank where the others detail them. */
const linesOf = (lines: readonly Row[]): readonly (readonly Row[])[] => [
  lines,
  lines.filter((row) => depthOf(row.label) === 1),
  lines.filter((row) => row.kind === 'detail'),
];

/** 财政拨款收入1290, 一般公共预算1200, 政府性基金90: a run that comes to the line before it details that line. */
function withoutDetails(lines: readonly Row[], column: Column): readonly Row[] {
  const tops: Row[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Row;
    tops.push(line);
    const value = line.cells[column.index]?.figure?.value ?? zero;
    let run = zero;
    for (let next = at + 1; next < lines.length && value.num !== 0n; next += 1) {
      run = plus(run, lines[next]?.cells[column.index]?.figure?.value ?? zero);
      if (compare(run, value) > 0) break;
      if (equal(run, value)) {
        at = next;
        break;
      }
    }
  }
  return tops;
}

/** Nothing among them details anything else. */
const arePlain = (lines: readonly Row[]): boolean =>
  lines.length >= 2 &&
  lines.every((row) => row.kind === 'detail' && !/其中|^[#＃]/.test(row.label)) &&
  new Set(lines.map((row) => depthOf(row.label))).size === 1;

interface Sum {
  readonly table: Table;
  readonly column: Column;
  readonly total: Row;
  readonly readings: readonly (readonly Row[])[];
  /** Is the first reading the only one? */
  readonly plain: boolean;
}

function decide({ table, column, total, readings, plain }: Sum): readonly Finding[] {
  const stated = total.cells[column.index]?.figure;
  if (!stated) return [];
  const tried = readings.flatMap((rows) => {
    const members = rows.filter((row) => row.cells[column.index]?.figure);
    const figures = members.map((row) => row.cells[column.index]?.figure as Figure);
    return members.length < 2 ? [] : [{ members, ...sumCloseness(stated, figures) }];
  });
  const held = tried.find(({ verdict }) => verdict !== 'contradiction');
  const shown = held ?? (plain ? tried[0] : undefined);
  if (!shown) return [];
  const { members, verdict, sum } = shown;
  const terms = members.map((row) => `${row.label}${row.cells[column.index]?.text.trim() ?? ''}`).join(' + ');
  const calc = `${total.label}${said(stated)}；${terms} = ${inUnit(sum, stated.unit)}${stated.unit.text}`;
  const where = [total, ...members.slice(0, 12)].map((row) => cellPlace(table, row, column));
  return [finding({ kind: 'sum', verdict, a: stated.value, b: sum, unit: stated.unit, calc, where })];
}

/** Income and spending of one account stand side by side, and their last lines are one amount. */
export function twoSides(tables: readonly Table[]): readonly Finding[] {
  return tables.flatMap((left, at) => {
    const right = tables[at + 1];
    if (!right || !areBeside(left, right)) return [];
    const [a, b] = [left, right].map(lastOf);
    if (!a || !b) return [];
    const { verdict } = sumCloseness(a.figure, [b.figure]);
    const calc = `${a.name}${said(a.figure)}；${b.name}${said(b.figure)}`;
    const where = [cellPlace(left, a.row, a.column), cellPlace(right, b.row, b.column)];
    const { unit, value } = a.figure;
    return [finding({ kind: 'equal', verdict, a: value, b: b.figure.value, unit, calc, where })];
  });
}

/** Both begin in one row of the document. */
const areBeside = (left: Table, right: Table): boolean => {
  const [first, second] = left.rows;
  const line = right.rows[0]?.line ?? 0;
  return first !== undefined && line >= first.line && line < (second?.line ?? line + 1);
};

interface Last {
  readonly row: Row;
  readonly column: Column;
  readonly figure: Figure;
  readonly name: string;
}

/** 总计 below 本年收入合计 or 本年支出合计, in the first column of amounts. */
function lastOf(table: Table): Last | undefined {
  const year = table.rows.find((row) => OF_YEAR.test(nameOf(row)));
  const row = table.rows.find((each) => year && each.index > year.index && ALL.test(nameOf(each)));
  const column = table.columns.find(({ kind }) => kind === 'amount');
  const figure = row && column ? row.cells[column.index]?.figure : undefined;
  if (!year || !row || !column || !figure) return undefined;
  const isWhole = compare(figure.value, year.cells[column.index]?.figure?.value ?? figure.value) >= 0;
  return isWhole
    ? {
        row,
        column,
        figure,
        name: `${nameOf(year).slice(2, 4)}${nameOf(row).replace(/^[收支][入出支]/, '')}`,
      }
    : undefined;
}
