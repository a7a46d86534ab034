import { cell, headCell, heading, numberCell, table, type Block, type Cell } from '#documents/index.ts';
import { cellKey } from '../evaluation/figure.ts';
import { moneyTables, type MoneyTable } from '../evaluation/tables.ts';
import { figureRun, type Writing } from './reported.ts';

/** A money cell: blank stays blank, a zero is a zero, 不适用 says so. */
function amount(writing: Writing, key: string): Cell {
  const figure = writing.book.figure(key);
  if (figure?.state === 'not-applicable') return cell('不适用', { align: 'right' });
  if (figure?.value == null) return cell('', { align: 'right' });
  return numberCell(figureRun(writing, key, figure.value));
}

/** Two head rows: the total, and what it is made of. */
function plainHead({ columns }: MoneyTable): readonly (readonly Cell[])[] {
  const [total, ...parts] = columns;
  return [
    [
      headCell('机构名称', { rowSpan: 2 }),
      headCell(total!.title, { rowSpan: 2 }),
      headCell('其中：', { columnSpan: parts.length }),
    ],
    parts.map((each) => headCell(each.title)),
  ];
}

/** The table of spending has a third level, and the surplus beside it. */
const spendingHead: readonly (readonly Cell[])[] = [
  [
    headCell('机构名称', { rowSpan: 3 }),
    headCell('支出合计', { rowSpan: 3 }),
    headCell('其中：', { columnSpan: 4 }),
    headCell('结余', { columnSpan: 2 }),
  ],
  [
    headCell('基本支出', { rowSpan: 2 }),
    headCell('其中：', { columnSpan: 2 }),
    headCell('项目支出', { rowSpan: 2 }),
    headCell('当年结余', { rowSpan: 2 }),
    headCell('累计结余', { rowSpan: 2 }),
  ],
  [headCell('人员支出'), headCell('公用支出')],
];
/** The form lists 其他 beside the parts of the assets, not under them. */
const assetsHead: readonly (readonly Cell[])[] = [
  [
    headCell('机构名称', { rowSpan: 2 }),
    headCell('固定资产合计', { rowSpan: 2 }),
    headCell('其中：', { columnSpan: 2 }),
    headCell('其他', { rowSpan: 2 }),
  ],
  [headCell('在用固定资产'), headCell('出租固定资产')],
];

function moneyTable(writing: Writing, given: MoneyTable): Block {
  const head =
    given.key === 'spending' ? spendingHead : given.key === 'assets' ? assetsHead : plainHead(given);
  const row = (name: string, unit: string | null): readonly Cell[] => [
    cell(name),
    ...given.columns.map((column) => amount(writing, cellKey(column.key, unit))),
  ];
  const units = writing.content.units.map((unit, index) => row(`${index + 1}、${unit.name}`, unit.key));
  // The total is the longest figure, and its reference mark stands on the same line.
  const columns = [3.4, ...given.columns.map((_, at) => (at === 0 ? 2.5 : 2))];
  return table(given.title, { columns, headerRows: head.length }, [
    ...head,
    row('局机关及二级机构汇总', null),
    ...units,
  ]);
}

/** 二、部门（单位）收支情况: four tables, a row for 汇总 and one for each unit. */
export const money = (writing: Writing): readonly Block[] => [
  heading(1, '二、部门（单位）收支情况'),
  ...moneyTables.map((each) => moneyTable(writing, each)),
];
