import { expect, test } from 'vitest';
import { readDocument, writePaper, type Block, type Paper, type PaperTable } from '#documents/index.ts';
import { assess } from '../assess/assess.ts';
import { auditDocument } from '../audit/index.ts';
import { yueyang2020 } from '../frameworks/shipped/yueyang-2020.ts';
import { content2020 } from '../seed/published-2020.ts';
import { reportJson, reportPaper } from './report.ts';

const content = content2020();
const reported = { content, form: yueyang2020, assessment: assess(content, yueyang2020) };
const paper = reportPaper(reported);
const tables = paper.blocks.filter((block): block is PaperTable => block.kind === 'table');
const named = (caption: string): PaperTable => tables.find((each) => each.caption === caption)!;
const words = (table: PaperTable): readonly (readonly string[])[] =>
  table.rows.map((row) => row.map((cell) => cell.runs.map((run) => run.text).join('')));

test('97 claimed, 89 by rule and 63–94 stand in the first table', () => {
  expect(words(tables[0]!)[1]).toEqual(['97', '89', '63—94', '优 → 良']);
});

test('tables follow the order of the official form', () => {
  expect(tables.map((each) => each.caption)).toEqual([
    '得分对照',
    '部门（单位）基本概况',
    '年度收入情况（万元）',
    '部门（单位）年度支出和结余情况（万元）',
    '“三公经费”情况（万元）',
    '固定资产情况（万元）',
    '整体支出绩效定性目标及实施计划完成情况',
    '整体支出绩效定量目标及实施计划完成情况',
    '综合得分和等次',
    '评价人员',
    '评价意见',
    '部门整体支出绩效评价评分表',
    '数据核对情况',
  ]);
});

test('income has 汇总 and a row for every unit; what was left blank stays blank', () => {
  expect(words(named('年度收入情况（万元）')).slice(2)).toEqual([
    ['局机关及二级机构汇总', '1595.33', '', '797.73', '797.6', '', ''],
    ['1、局机关', '1595.33', '', '797.73', '797.6', '', ''],
    ['2、二级机构1', '', '', '', '', '', ''],
    ['3、二级机构2', '', '', '', '', '', ''],
  ]);
});

test('every figure in the money tables points to its source', () => {
  const figures = tables
    .slice(2, 6)
    .flatMap((table) => table.rows.flat())
    .filter((cell) => cell.isNumber);
  const known = new Set(paper.sources?.map((each) => each.id));
  expect(figures.length).toBeGreaterThan(20);
  expect(figures.every((cell) => cell.runs.every((run) => run.ref !== undefined && known.has(run.ref)))).toBe(
    true,
  );
});

test('the score sheet has the 25 rows of the form and its total, three effects sharing one weight of 15', () => {
  const sheet = named('部门整体支出绩效评价评分表');
  expect(sheet.rows).toHaveLength(27);
  const shared = sheet.rows.flat().filter((cell) => cell.rowSpan === 3 && cell.isNumber);
  expect(shared.map((cell) => cell.runs[0]?.text)).toEqual(['15']);
  expect(words(sheet).at(-1)).toEqual(['总 分', '', '100', '97', '', '89', '区间63—94分']);
});

/** What the form itself holds: our columns beside the sheet and our annex speak of figures that are not there. */
const official = (): Paper => ({
  ...paper,
  blocks: paper.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== 'table') return [block];
    if (block.caption === '数据核对情况') return [];
    if (block.caption !== '部门整体支出绩效评价评分表') return [block];
    return [
      { ...block, columns: block.columns.slice(0, -2), rows: block.rows.map((row) => row.slice(0, -2)) },
    ];
  }),
});

test.each(['docx', 'xlsx', 'html', 'pdf'] as const)('%s read back has 97, 89 and 63–94', async (format) => {
  const bytes = await writePaper(paper, format);
  const { score } = auditDocument(await readDocument(bytes, { name: `报告.${format}` }));
  expect(score).toMatchObject({
    full: '100',
    claimed: '97',
    recomputed: '89',
    range: { low: '63', high: '94' },
  });
});

test('json holds the same score as an audit of the written form', async () => {
  const bytes = await writePaper(official(), 'docx');
  const { score } = auditDocument(await readDocument(bytes, { name: '报告.docx' }));
  const own = reportJson(reported).score!;
  const { claimed, recomputed, range, unsupported, judged } = own;
  expect(score).toMatchObject({ full: '100', claimed, recomputed, range, unsupported, judged });
  expect(score!.rows.map(({ name, status, recomputed: points }) => ({ name, status, points }))).toEqual(
    own.rows.map(({ name, status, recomputed: points }) => ({ name, status, points })),
  );
});

test('a figure that was never entered leaves its sentence out', () => {
  const { 'disclosure.weibo': _, ...figures } = content.figures;
  const less = { ...content, figures };
  const text = JSON.stringify(
    reportPaper({ content: less, form: yueyang2020, assessment: assess(less, yueyang2020) }),
  );
  expect(text).not.toContain('主动公开政府信息23709条，其中');
  expect(text).toContain('受理工单');
});

test('what somebody wrote takes the place of the template', () => {
  const own = { ...content, narrative: { problems: '采购预算编制偏晚。' } };
  const text = JSON.stringify(
    reportPaper({ content: own, form: yueyang2020, assessment: reported.assessment }),
  );
  expect(text).toContain('采购预算编制偏晚。');
});
