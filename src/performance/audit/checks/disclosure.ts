import { minus, plus, zero, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { isOwnPeriod } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from './places.ts';
import { cellPlace } from './table-rows.ts';
import { shownName } from '../text/shown-name.ts';

/** The fixed form of the yearly report on disclosure (国办公开办函〔2021〕30号): its balance and its narrative. */
export function disclosure(reading: Reading): readonly Finding[] {
  const forms = reading.tables.flatMap((table) => {
    const rows = requestRows(table);
    return rows ? [{ table, rows }] : [];
  });
  if (forms.length === 0) return [];
  const sayings = sayingsOf(reading);
  return forms.flatMap(({ table, rows }, at) => [
    ...balances(table, rows),
    ...(at < MOST_FORMS ? narrative(sayings, table, rows) : []),
  ]);
}

// A report has one such form; every sentence is held against each.
const MOST_FORMS = 8;

interface RequestRows {
  readonly received: Row;
  readonly carriedIn: Row;
  readonly results: Row;
  readonly carriedOut: Row;
}

/** 本年新收, 上年结转, the last 总计 of the results, 结转下年度. */
function requestRows(table: Table): RequestRows | undefined {
  const named = (pattern: RegExp): Row | undefined =>
    table.rows.find((row) => row.path.some((name) => pattern.test(name)));
  const received = named(/本年新收|新收政府信息公开申请/);
  const carriedIn = named(/上年(?:度)?结转/);
  const carriedOut = named(/结转下年度?/);
  const results = table.rows.findLast(
    (row) =>
      row.kind === 'total' &&
      row.index > (received?.index ?? 0) &&
      row.index < (carriedOut?.index ?? Infinity),
  );
  return received && carriedIn && carriedOut && results
    ? { received, carriedIn, results, carriedOut }
    : undefined;
}

/** 本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理, in every column. */
function balances(table: Table, rows: RequestRows): readonly Finding[] {
  return table.columns.flatMap((column) => {
    if (column.kind !== 'amount') return [];
    const value = (row: Row): Fraction => row.cells[column.index]?.figure?.value ?? zero;
    const stated = Object.values(rows).some((row: Row) => row.cells[column.index]?.figure !== undefined);
    const a = plus(value(rows.received), value(rows.carriedIn));
    const b = plus(value(rows.results), value(rows.carriedOut));
    if (!stated || (a.num === 0n && b.num === 0n)) return [];
    const holds = minus(a, b).num === 0n;
    const print = (row: Row): string => inUnit(value(row), undefined);
    const calc = `${column.name || `第${column.index + 1}列`}：本年新收${print(rows.received)} + 上年结转${print(rows.carriedIn)} = ${inUnit(a, undefined)}；办理结果总计${print(rows.results)} + 结转下年度${print(rows.carriedOut)} = ${inUnit(b, undefined)}`;
    const where = Object.values(rows).map((row: Row) => cellPlace(table, row, column));
    return [finding({ kind: 'sum', verdict: holds ? 'consistent' : 'contradiction', a, b, calc, where })];
  });
}

const SAYS: readonly (readonly [keyof RequestRows, RegExp])[] = [
  ['carriedIn', /上年(?:度)?结转[^，。]{0,14}$/],
  ['carriedOut', /结转(?:至|到)?下(?:一)?年[^，。]{0,14}$/],
  ['received', /(?:新收|收到|受理|接收|新增)(?:到)?[^，。]{0,12}(?:信息公开|依申请公开)[^，。]{0,8}$/],
];

interface Saying {
  readonly statement: Statement;
  readonly row: keyof RequestRows;
}

/** The sentences that give one of the counts. */
const sayingsOf = ({ statements, document, scopes }: Reading): readonly Saying[] =>
  statements.flatMap((statement) => {
    const { figure, period } = statement;
    if (statement.role !== 'level' || figure.unit.dimension !== 'count' || figure.approximate) return [];
    const subject = tight(statement.subject).replace(/(?:共计?|为|了|\d+)*$/, '');
    // 所属乡镇情况 / 城郊镇: the form counts for all of them.
    if (scopes.ofParagraph(statement.paragraph).part !== '') return [];
    if (!isOwnPeriod(period, document.year) && !/上年(?:度)?结转/.test(subject)) return [];
    const [row] = SAYS.find(([, pattern]) => pattern.test(subject)) ?? [];
    return row ? [{ statement, row }] : [];
  });

/** The same counts in the sentences. */
function narrative(sayings: readonly Saying[], table: Table, rows: RequestRows): readonly Finding[] {
  const total =
    table.columns.findLast((column) => column.kind === 'amount' && /总计|合计/.test(column.name)) ??
    table.columns.findLast((column) => column.kind === 'amount');
  if (!total) return [];
  return sayings.flatMap(({ statement, row }) => crossFinding({ table, row: rows[row], total, statement }));
}

interface Crossing {
  readonly table: Table;
  readonly row: Row;
  readonly total: Column;
  readonly statement: Statement;
}
function crossFinding({ table, row, total, statement }: Crossing): readonly Finding[] {
  const stated = row.cells[total.index]?.figure;
  if (!stated) return [];
  const holds = minus(stated.value, statement.figure.value).num === 0n;
  const calc = `文中“${shownName(statement.subject)}”${said(statement.figure)}；表中${row.label}${total.name}${stated.printed}`;
  const where = [placeOfStatement(statement), cellPlace(table, row, total)];
  return [
    finding({
      kind: 'cross',
      verdict: holds ? 'consistent' : 'contradiction',
      a: statement.figure.value,
      b: stated.value,
      unit: statement.figure.unit,
      calc,
      where,
    }),
  ];
}
