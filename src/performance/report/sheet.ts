import { cell, headCell, note, numberCell, table, type Block, type Cell } from '#documents/index.ts';
import type { ScoreRow } from '../audit/audit.ts';
import { levels, type FrameworkRow } from '../frameworks/row.ts';
import { printRule } from '../rules/index.ts';
import type { Writing } from './reported.ts';

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '评分标准',
  '分值',
  '自评得分',
  '扣分原因和其他说明',
  '按规则得分',
  '计分依据',
];
const WIDTHS = [3, 3, 4, 10, 2, 2, 5, 2, 9];

/** Length of the run of rows, from `at` on, that share a word with it; 0 where an earlier row's span covers it. */
function span<T>(all: readonly T[], at: number, wordOf: (each: T) => string | null): number {
  const word = wordOf(all[at]!);
  if (word === null) return 1;
  if (at > 0 && wordOf(all[at - 1]!) === word) return 0;
  const end = all.findIndex((each, index) => index > at && wordOf(each) !== word);
  return (end === -1 ? all.length : end) - at;
}
const spanned = (length: number, make: (rowSpan: number) => Cell): readonly Cell[] =>
  length === 0 ? [] : [make(length)];

const WORDS: Readonly<Record<ScoreRow['status'], string>> = {
  agrees: '相符',
  contradicts: '不符',
  'no-figure': '无数据',
  judged: '人工评判',
};

/** Rows that share a printed rule and are left to people stand under one cell, as on the form. */
const ruleWord = (row: FrameworkRow): string | null =>
  row.rule.kind === 'judged' ? `${row.path.split('/').slice(0, 2).join('/')}|${row.rule.text}` : null;
/** Merged rows share one printed weight, the sum of theirs. */
const mergedWord = (row: FrameworkRow): string | null =>
  row.merged && `${row.path.split('/')[0]}|${row.merged}`;

function sheetRow(writing: Writing, at: number): readonly Cell[] {
  const { content, form, assessment } = writing;
  const rows = form.rows;
  const row = rows[at]!;
  const scored = assessment.score.rows[at]!;
  const self = content.sheet[row.path];
  const weightOf = (path: string): string => {
    const weight = form.groups.find((group) => group.path === path)?.weight;
    return weight === undefined || weight === '0' ? '' : `（${weight}分）`;
  };
  const group = (depth: 1 | 2) => (each: FrameworkRow) => each.path.split('/').slice(0, depth).join('/');
  const [first, second] = levels(row.path);
  const mergedCount = span(rows, at, mergedWord);
  const weight = (count: number): string =>
    count > 1
      ? String(rows.slice(at, at + count).reduce((sum, each) => sum + Number(each.weight), 0))
      : row.weight;
  const name = self?.adapted ? `${row.name}\n个性化指标：${self.adapted.name}` : row.name;
  const isRed = scored.status === 'contradicts';
  return [
    ...spanned(span(rows, at, group(1)), (rowSpan) =>
      cell(`${first}\n${weightOf(first)}`, { rowSpan, align: 'center' }),
    ),
    ...spanned(span(rows, at, group(2)), (rowSpan) =>
      cell(`${second}\n${weightOf(`${first}/${second}`)}`, { rowSpan, align: 'center' }),
    ),
    cell(name),
    ...spanned(span(rows, at, ruleWord), (rowSpan) => cell(printRule(row.rule), { rowSpan })),
    ...spanned(mergedCount, (rowSpan) => numberCell(weight(rowSpan), { rowSpan, align: 'center' })),
    numberCell(self?.points ?? '', { align: 'center', isNumber: self?.points != null }),
    cell(self?.reason ?? ''),
    scored.recomputed === null
      ? cell(WORDS[scored.status], { align: 'center' })
      : numberCell(scored.recomputed, { align: 'center', shade: isRed ? 'attention' : 'none' }),
    cell(scored.because),
  ];
}

/** 部门整体支出绩效评价评分表: the seven columns of the form, ours beside them. */
export function scoreSheet(writing: Writing): readonly Block[] {
  const { form, assessment, content } = writing;
  const { full, claimed, recomputed, range } = assessment.score;
  const total = [
    cell('总 分', { columnSpan: 3, align: 'center' }),
    cell(''),
    numberCell(full, { align: 'center' }),
    numberCell(content.claimedTotal ?? claimed, { align: 'center' }),
    cell(''),
    numberCell(recomputed, { align: 'center' }),
    cell(`区间${range.low}—${range.high}分`),
  ];
  return [
    table('部门整体支出绩效评价评分表', { columns: WIDTHS }, [
      HEAD.map((each) => headCell(each)),
      ...form.rows.map((_, at) => sheetRow(writing, at)),
      total,
    ]),
    note('备注：对评分指标作过调整的，应随本表附上实际采用的指标体系。'),
    ...assessment.settings.map((sentence) => note(`计分口径：${sentence}。`)),
  ];
}
