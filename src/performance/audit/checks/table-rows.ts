import type { Finding, Place } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { placeOf } from '../tables/table.ts';
import { inBrackets, said, type Figure } from '../text/figure.ts';
import { quote } from '../text/fold.ts';
import { isPerUnit } from '../text/per-unit.ts';
import { sumCloseness, type Closeness } from './closeness.ts';
import { fewerConsistent } from './fewer.ts';
import { discoverSums } from './discover.ts';
import { columnSums, type ColumnSum } from './relations.ts';

interface Tried {
  readonly row: Row;
  readonly total: Figure;
  readonly parts: readonly { readonly column: Column; readonly figure: Figure }[];
  readonly verdict: Closeness;
  readonly sum: ReturnType<typeof sumCloseness>['sum'];
}

/** Sums across a row: 合计 against its 其中. */
export const tableRowSums = (tables: readonly Table[]): readonly Finding[] =>
  tables.flatMap((table) => relationsOf(table).flatMap((relation) => sumFindings(table, relation)));

/** What the header promises, and beside it what the rows themselves show. */
function relationsOf(table: Table): readonly ColumnSum[] {
  const stated = columnSums(table);
  const known = new Set(stated.flatMap((relation) => (relation.stated ? [relation.total.index] : [])));
  const shown = discoverSums(table).filter((relation) => !known.has(relation.total.index));
  const discovered = new Set(shown.map((relation) => relation.total.index));
  return [...stated.filter((relation) => !discovered.has(relation.total.index)), ...shown];
}

function sumFindings(table: Table, relation: ColumnSum): readonly Finding[] {
  const attempts = relation.readings.map((parts) =>
    table.rows.flatMap((row) => tryRow(row, relation.total, parts)),
  );
  const best = attempts.toSorted((a, b) => score(b) - score(a))[0] ?? [];
  const holds = distinct(best.filter(isHeld));
  const fails = distinct(best.filter((tried) => !isHeld(tried)));
  // Where nothing holds and the header does not say so, the columns were only taken for a sum.
  const established =
    holds.length > 0
      ? holds.length * 2 >= fails.length
      : relation.stated && table.certain && fails.length <= 2;
  if (!established) return [];
  const known = holds.length >= 2 || relation.stated;
  return fewerConsistent(best)
    .filter((tried) => isHeld(tried) || holds.length > 0 || !isMadeOfOthers(tried))
    .flatMap((tried) => findingOf(table, relation, tried, known));
}

/** Beyond so many columns, or with fewer digits, some of them make up any figure by accident. */
const MOST_COLUMNS = 8;
const TELLING = 4;
const digitsOf = ({ printed }: Figure): number => printed.replace(/\D/g, '').length;

/**
 * 支出合计 = 基本 + 项目, where 人员 and 公用 (parts of 基本) and 结余 stand in columns beside them: some columns of the row
 * make the total to the last digit, only not all of them. Asked only where no row shows that all of them are meant.
 */
function isMadeOfOthers({ total, parts }: Tried): boolean {
  if (parts.length < 3 || parts.length > MOST_COLUMNS || digitsOf(total) < TELLING) return false;
  const all = 1 << parts.length;
  for (let chosen = 1; chosen < all - 1; chosen++) {
    const some = parts.filter((_, at) => (chosen & (1 << at)) !== 0).map(({ figure }) => figure);
    if (some.length >= 2 && sumCloseness(total, some).verdict === 'consistent') return true;
  }
  return false;
}

const isHeld = (tried: Tried): boolean => tried.verdict !== 'contradiction';
const score = (attempt: readonly Tried[]): number =>
  distinct(attempt.filter(isHeld)).length * 1000 - distinct(attempt.filter((tried) => !isHeld(tried))).length;

/** The same figures twice (a unit and its total) are one piece of evidence; rows of zeros are none. */
function distinct(tried: readonly Tried[]): readonly Tried[] {
  const seen = new Map<string, Tried>();
  for (const each of tried) {
    if (each.total.value.num !== 0n)
      seen.set(
        [each.total, ...each.parts.map((part) => part.figure)].map((figure) => figure.printed).join('|'),
        each,
      );
  }
  return [...seen.values()];
}

/** Means, growth and completion are of each column by itself; shares of one whole and what was added do add up. */
function isOfRates(label: string, { unit }: Figure): boolean {
  if (isPerUnit(label)) return true;
  if (/占|比重|比例|权重|构成|结构/.test(label)) return false;
  return GROWTH.test(label) || (unit.dimension === 'rate' && /率|同比|环比|增|减|完成|进度/.test(label));
}
const GROWTH = /[增升降涨跌][幅速]|增长率|(?:增|减|长|降|同比|环比|完成).{0,8}[%％]/;

function tryRow(row: Row, total: Column, parts: readonly Column[]): readonly Tried[] {
  const stated = row.cells[total.index]?.figure;
  if (!stated || isOfRates(row.label, stated)) return [];
  const found = parts.flatMap((column) => {
    const figure = row.cells[column.index]?.figure;
    return figure ? [{ column, figure }] : [];
  });
  if (found.length === 0 || (found.length === 1 && parts.length > 3 && stated.value.num === 0n)) return [];
  const { verdict, sum } = sumCloseness(
    stated,
    found.map((part) => part.figure),
  );
  return [{ row, total: stated, parts: found, verdict, sum }];
}

function findingOf(table: Table, relation: ColumnSum, tried: Tried, known: boolean): readonly Finding[] {
  const { row, total, parts, sum } = tried;
  if (total.value.num === 0n && sum.num === 0n) return [];
  const short =
    tried.verdict === 'contradiction' &&
    !relation.exhaustive &&
    total.value.num * sum.den > sum.num * total.value.den;
  const verdict = tried.verdict === 'contradiction' && (short || !known) ? 'doubtful' : tried.verdict;
  const name = totalName(row, relation.total);
  const working = parts.map((part) => `${columnName(part.column)}${inBrackets(part.figure)}`).join(' + ');
  const b = inUnit(sum, total.unit);
  const ask = verdict === 'doubtful' ? '；请说明其余部分或核对' : '';
  const calc = `${name}${said(total)}；${working} = ${b}${total.unit.text}${ask}`;
  const where = [relation.total, ...parts.map((part) => part.column)]
    .slice(0, 8)
    .map((column) => cellPlace(table, row, column));
  return [finding({ kind: 'sum', verdict, a: total.value, b: sum, unit: total.unit, calc, where })];
}

/** A column without a head says so: a person counts columns otherwise than a reader of dumps. */
export const columnName = ({ name, index }: Column): string => name || `未命名列（第${index + 1}列）`;

/** 合计的合计 says it twice. */
const totalName = ({ label }: Row, total: Column): string =>
  total.name === label ? label : `${label || '该行'}的${columnName(total)}`;

/** Where a figure of a table stands. */
export function cellPlace(table: Table, row: Row, column: Column): Place {
  const cell = row.cells[column.index];
  return { line: cell?.line ?? row.line, place: placeOf(table, row, column), text: quote(cell?.text ?? '') };
}
