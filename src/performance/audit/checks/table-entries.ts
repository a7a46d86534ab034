import type { Column, Row, Table } from '../tables/table.ts';
import type { Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';

/** A measure of a table under the name a sentence would give it. */
export interface Entry {
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
  readonly figure: Figure;
}

/** The cells of all tables by what a sentence may call them. */
export interface Index {
  /** All rows, by the name of the column. */
  readonly measures: ReadonlyMap<string, readonly Entry[]>;
  readonly totals: ReadonlyMap<string, readonly Entry[]>;
  readonly rows: ReadonlyMap<string, readonly Entry[]>;
  /** Those of the rows that name an organisation. */
  readonly organisations: readonly string[];
}

// Every sentence is searched for each of them.
const MOST_NAMES = 1000;

export function indexOf(tables: readonly Table[]): Index | undefined {
  const entries = tables.flatMap(entriesOf);
  if (entries.length === 0) return undefined;
  const rows = groupBy(
    entries.filter((entry) => entry.row.kind === 'detail' || entry.row.kind === 'subtotal'),
    (entry) => rowName(entry.row),
  );
  return {
    totals: groupBy(
      entries.filter((entry) => entry.row.kind === 'total'),
      (entry) => bareName(entry.column.name),
    ),
    rows,
    organisations: [...rows.keys()].filter((name) => !isCategory(name)).slice(0, MOST_NAMES),
    measures: groupBy(entries, (entry) => bareName(entry.column.name)),
  };
}

/** Any list and any table ends with them; alone they name nothing. */
const NAMELESS = /^(?:其他|其它|其余|合计|总计|小计|本年|上年|本期|上期|企业|个人|单位)$/;

const groupBy = (
  entries: readonly Entry[],
  key: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> => {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = key(entry);
    if (name.length < 2 || NAMELESS.test(name)) continue;
    const known = found.get(name);
    if (known) known.push(entry);
    else found.set(name, [entry]);
  }
  return found;
};

function entriesOf(table: Table): readonly Entry[] {
  const columns = table.columns.filter((column) => column.kind === 'amount' || column.kind === 'rate');
  return table.rows.flatMap((row) =>
    columns.flatMap((column): Entry[] => {
      const figure = row.cells[column.index]?.figure;
      return figure ? [{ table, row, column, figure }] : [];
    }),
  );
}

const NEUTRAL =
  /12345|政务服务|公众服务|便民|热线|平台|群众|市民|公众|各类|有效|工单|诉求|事项|来电|业务|案件|服务|总数|总量|数量|件数|情况|(?:类|的|已|共|总|量|数|件)(?=$|[^别结])|[(（].{0,8}[)）]|^(?:全[市县区]|我[市县区局])/g;
export const bareName = (name: string): string => coreName(name).replace(NEUTRAL, '');
/** A subtotal speaks for the group it closes. */
const rowName = (row: Row): string =>
  tight(row.kind === 'subtotal' ? (row.path[0] ?? row.label) : row.label)
    .replace(/^(?:\d{1,3}[、.]|[(（]?[一二三四五六七八九十]{1,2}[)）、.])/, '')
    .replace(/[(（].{0,10}[)）]$/, '');

/** 咨询, 投诉 … are kinds of things, not organisations. */
const isCategory = (name: string): boolean =>
  !/局|委|办|中心|镇|乡|街道|公司|处|队|院|区$|县$|市$|村|社区|窗口|所$|站$/.test(name);
