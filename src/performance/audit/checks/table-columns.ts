import { compare, fraction, max, min, sum, times } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { depthOf } from '../tables/row-kind.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { isPerUnit } from '../text/per-unit.ts';
import { sumCloseness, type Closeness } from './closeness.ts';
import { cellPlace, columnName } from './table-rows.ts';

/** Sums down a column: 合计, 总计, 汇总, 小计 against the rows they gather. */
export const tableColumnSums = (tables: readonly Table[]): readonly Finding[] =>
  tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.kind === 'detail' || row.kind === 'among' ? [] : totalFindings(table, row),
    ),
  );

interface Tried {
  readonly column: Column;
  readonly rows: readonly Row[];
  readonly verdict: Closeness;
}

/** What a total row does not add up: means, scores, prices, limits. */
const NOT_ADDED = /得分|评分|总分|排名|编码|代码|指数|系数|时长|时限|天数|标准|年份|电话|温度|倍|[比率]$/;

function totalFindings(table: Table, total: Row): readonly Finding[] {
  const columns = table.columns.filter(
    (column) =>
      column.kind === 'amount' &&
      !NOT_ADDED.test(column.name) &&
      !column.path.some(isPerUnit) &&
      !column.path.some((each) => each.includes('百分点')),
  );
  const attempts = gatheredBy(table, total)
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ rows, tried: columns.flatMap((column) => tryColumn(total, column, rows)) }));
  const best = attempts.toSorted((a, b) => score(b.tried) - score(a.tried))[0];
  if (!best) return [];
  const holds = best.tried.filter(isHeld).length;
  const fails = best.tried.length - holds;
  const blanks = best.rows.some((row) => columns.every((column) => !row.cells[column.index]?.figure));
  const plain =
    attempts.length === 1 && best.rows.length >= 2 && !best.rows.some((row) => depthOf(row.label) > 1);
  // One column more wrong than right is a table read wrongly, unless the table is as plain as can be.
  const established = holds > 0 ? holds >= fails : plain && fails <= 2 && !blanks;
  // A line in the middle that was read as the head of the rest: what it gathers may stand above it.
  const isRest = ({ column, verdict }: Tried): boolean =>
    verdict === 'contradiction' &&
    column.name === '' &&
    (/总计/.test(total.label) || table.columns.some(({ name }) => name !== ''));
  return established
    ? best.tried.filter((tried) => !isRest(tried)).map((tried) => findingOf(table, total, tried))
    : [];
}

const isHeld = (tried: Tried): boolean => tried.verdict !== 'contradiction';
const score = (tried: readonly Tried[]): number =>
  tried.filter(isHeld).length * 100 - tried.filter((one) => !isHeld(one)).length;

/** Which rows a total may gather, in the order of likelihood. */
function gatheredBy(table: Table, total: Row): readonly (readonly Row[])[] {
  const group = total.path.length > 1 ? total.path[0] : undefined;
  const inGroup = (row: Row): boolean => group === undefined || row.path[0] === group;
  const usable = table.rows.filter((row) => row !== total && row.kind !== 'among' && inGroup(row));
  const details = usable.filter((row) => row.kind === 'detail');
  const above = usable.filter((row) => row.index < total.index);
  const since = sinceLastTotal(above);
  if (total.kind === 'subtotal') return unique([since, untilNextTotal(usable, total)]);
  const readings = [
    leaves(details),
    details,
    topLevel(details),
    usable.filter((row) => row.kind === 'subtotal'),
    since,
    withTotalBefore(total, above),
    ...[1, 2].map((most) => withoutAmong(table, details, most)),
  ];
  // A dump may have lost which group a numbered total belongs to; its number still tells.
  const everything = table.rows.filter((row) => row.index < total.index && row.kind === 'detail');
  const numbered = depthOf(total.label) > 0 ? [sinceShallower(everything, depthOf(total.label))] : [];
  const first = above.length === 0 || total.index === 0;
  if (numbered.length > 0) return unique([...numbered, ...readings]);
  return unique(first ? readings : [...readings, above.filter((row) => row.kind === 'detail')]);
}

/** 其中 may go on for a line or two: 车辆购置及运行费, 其中：购置费, 运行费. */
function withoutAmong(table: Table, details: readonly Row[], most: number): readonly Row[] {
  const below = new Set(
    table.rows.flatMap((row) =>
      row.kind === 'among' ? Array.from({ length: most }, (_, at) => row.index + at + 1) : [],
    ),
  );
  return details.filter((row) => !below.has(row.index));
}

const sinceLastTotal = (above: readonly Row[]): readonly Row[] =>
  above.slice(above.findLastIndex((row) => row.kind !== 'detail') + 1);

/** 收入合计, 上级补助收入, 上年结余, 收入总计: the year's own comes first among what the whole gathers. */
function withTotalBefore(total: Row, above: readonly Row[]): readonly Row[] {
  const at = above.findLastIndex((row) => row.kind !== 'detail');
  return at >= 0 && /总计/.test(total.label) && !/总计/.test(above[at]?.label ?? '') ? above.slice(at) : [];
}

/** （七）总计 gathers what follows the line 三、 it belongs to, from wherever that line begins. */
function sinceShallower(above: readonly Row[], depth: number): readonly Row[] {
  const shallower = (label: string): boolean => depthOf(label) > 0 && depthOf(label) < depth;
  const label = above.findLast((row) => row.path.some(shallower))?.path.find(shallower);
  const start = above.findIndex((row) => label !== undefined && row.path.includes(label));
  const opens = (above[start]?.path.length ?? 0) > 1;
  return above.slice(opens ? start : start + 1);
}

function untilNextTotal(usable: readonly Row[], total: Row): readonly Row[] {
  const below = usable.filter((row) => row.index > total.index);
  const end = below.findIndex((row) => row.kind !== 'detail');
  return end < 0 ? below : below.slice(0, end);
}

/** Rows that no deeper row details: 1. and 2. below （一） stand for it. */
const leaves = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row, at) => {
    const next = rows[at + 1];
    return !next || depthOf(row.label) === 0 || depthOf(next.label) <= depthOf(row.label);
  });

function topLevel(rows: readonly Row[]): readonly Row[] {
  const depths = rows.map((row) => depthOf(row.label));
  const top = Math.min(...depths.slice(0, 1000));
  return rows.filter((_, at) => depths[at] === top);
}

function unique(readings: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const seen = new Set<string>();
  return readings.filter((rows) => {
    const key = `${rows.length}:${rows[0]?.index ?? ''}:${rows.at(-1)?.index ?? ''}`;
    const fresh = rows.length > 0 && !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function tryColumn(total: Row, column: Column, rows: readonly Row[]): readonly Tried[] {
  const stated = total.cells[column.index];
  if (!stated?.figure || stated.rowSpan > 1) return [];
  const figures = rows.flatMap((row) => row.cells[column.index]?.figure ?? []);
  if (
    figures.length === 0 ||
    (stated.figure.value.num === 0n && figures.every((figure) => figure.value.num === 0n))
  )
    return [];
  return [{ column, rows, verdict: sumCloseness(stated.figure, figures).verdict }];
}

/**
 * Between the least and the greatest: the row may print a mean there. Of two, only what is far from their sum: 199 is
 * no mean of 200 and 5.
 */
function mayBeMean(stated: Figure, figures: readonly Figure[]): boolean {
  const values = figures.map((figure) => figure.value);
  const [least, most] = [values.reduce(min), values.reduce(max)];
  const far = compare(times(stated.value, fraction('1.4')), sum(values)) < 0;
  return (
    (figures.length >= 3 || far) && compare(stated.value, least) >= 0 && compare(stated.value, most) <= 0
  );
}

function findingOf(table: Table, total: Row, tried: Tried): Finding {
  const { column } = tried;
  const cells = tried.rows.filter((row) => row.cells[column.index]?.figure);
  const figures = cells.flatMap((row) => row.cells[column.index]?.figure ?? []);
  const stated = total.cells[column.index]?.figure;
  if (!stated) throw new Error('a column total without a figure was tried');
  const added = sumCloseness(stated, figures).sum;
  // Without a head the rows above may have been lost with it.
  const headless = table.columns.every(({ name }) => name === '');
  const mean = tried.verdict === 'contradiction' && mayBeMean(stated, figures);
  const unsure = mean || (tried.verdict === 'contradiction' && headless);
  const verdict = unsure ? 'doubtful' : tried.verdict;
  const shown = cells.slice(0, 12).map((row) => `${row.label}${row.cells[column.index]?.text.trim() ?? ''}`);
  const more = cells.length > 12 ? ` + …（共${cells.length}行）` : '';
  const name = column.name === total.label ? total.label : `${columnName(column)}的${total.label}`;
  const calc = `${name}${said(stated)}；${shown.join(' + ')}${more} = ${inUnit(added, stated.unit)}${stated.unit.text}`;
  const order = compare(stated.value, added) === 0 ? cells.slice(0, 3) : cells.slice(0, 8);
  const where = [total, ...order].map((row) => cellPlace(table, row, column));
  return finding({
    kind: 'sum',
    verdict,
    ...(mean ? { severity: 'minor' as const } : {}),
    a: stated.value,
    b: added,
    unit: stated.unit,
    calc,
    where,
  });
}
