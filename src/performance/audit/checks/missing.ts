import { divide, fraction, times, toDecimal } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { factOf } from '../facts/store.ts';
import { finding } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { said } from '../text/figure.ts';
import { quote } from '../text/fold.ts';
import { cellPlace } from './table-rows.ts';

/** What a complete report would say and this one does not. */
export const missing = (reading: Reading): readonly Finding[] => [
  ...blankUnits(reading),
  ...projectsWithoutIndicators(reading),
];

const SUBORDINATE =
  /(?:下设|下辖|所属|下属|直属|设有|辖)\s?(\d{1,2}|[一二两三四五六七八九十]{1,2})\s?个?[^，。;；]{0,12}(?:二级机构|二级单位|事业单位|预算单位|下属单位|直属单位|所属单位)/;
const SUBUNIT = /二级(?:机构|单位|预算单位)|下属|所属|事业单位|中心|站|所|大队|支队/;

/** Units that the text says exist and whose rows are empty. */
function blankUnits({ tables, paragraphs }: Reading): readonly Finding[] {
  const paragraph = paragraphs.find((each) => SUBORDINATE.test(each.text));
  const said = paragraph && SUBORDINATE.exec(paragraph.text);
  if (!paragraph || !said) return [];
  const rows = tables.flatMap((table) => {
    const amounts = table.columns.filter((column) => column.kind === 'amount');
    const filled = table.rows.some((row) => amounts.some((column) => row.cells[column.index]?.figure));
    if (amounts.length < 2 || !filled || !table.rows.some((row) => row.kind === 'total')) return [];
    return table.rows
      .filter(
        (row) =>
          row.kind === 'detail' &&
          SUBUNIT.test(row.label) &&
          amounts.every((column) => row.cells[column.index]?.blank !== false),
      )
      .map((row) => cellPlace(table, row, amounts[0] ?? table.columns[0]!));
  });
  if (rows.length === 0) return [];
  const text = quote(said[0]);
  const calc = `文中称“${text}”，表中所属单位的${rows.length}行均为空白；请填列或说明是否并入本级`;
  const where = [
    { line: paragraph.lineAt(said.index), place: paragraph.section || '正文', text },
    ...rows.slice(0, 12),
  ];
  return [finding({ kind: 'missing', verdict: 'doubtful', a: text, b: '空白', calc, where })];
}

/** Half of the money or more goes into projects, and no indicator says what they cost or brought. */
function projectsWithoutIndicators({ facts, goals }: Reading): readonly Finding[] {
  const project = factOf(facts, 'project');
  const spending = factOf(facts, 'spending');
  if (!project || !spending || goals.length === 0 || spending.figure.value.num === 0n) return [];
  const share = divide(times(project.figure.value, fraction(100)), spending.figure.value);
  if (share.num < 50n * share.den) return [];
  const costed = goals.filter((goal) => /成本/.test(goal.group) && /\d/.test(`${goal.target}${goal.actual}`));
  const produced = goals.filter(
    (goal) => /数量|质量|产出/.test(goal.group) && /项目|工程|专项|建设|资金/.test(goal.name),
  );
  if (costed.length > 0 || produced.length > 0) return [];
  const calc = `项目支出${said(project.figure)} ÷ 支出合计${said(spending.figure)} = ${toDecimal(share, 2)}%，绩效指标中没有项目的产出或成本数值；请补充`;
  return [
    finding({
      kind: 'missing',
      verdict: 'doubtful',
      a: share,
      b: '',
      decimals: 2,
      calc,
      where: [project.place, spending.place, ...goals.slice(0, 3).map((goal) => goal.place)],
    }),
  ].map((each) => ({ ...each, difference: '' }));
}
