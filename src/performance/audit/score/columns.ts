import type { Column, Table } from '../tables/table.ts';

/** Which column of a score sheet is what. */
export interface SheetColumns {
  readonly levels: readonly Column[];
  /** 分值 of the row itself: the last one before the score. */
  readonly full: Column | undefined;
  /** 分值 printed beside an upper level, by the index of that level. */
  readonly groupFulls: ReadonlyMap<number, Column>;
  readonly score: Column;
  readonly rule: Column | undefined;
  readonly definition: Column | undefined;
  readonly target: Column | undefined;
  readonly actual: Column | undefined;
  readonly reason: Column | undefined;
  /** Columns that may give the figure the score is for, the likeliest first. */
  readonly notes: readonly Column[];
}

const LEVEL =
  /^(?:[一二三四]级指标|(?:评价|考核|考评|评估|评分|绩效|具体)?指标(?:名称|内容)?|(?:评价|考核|考评|评估|评分)(?:内容|项目|要素|事项)|指标类别|项目|内容|事项)(?:[(（].{0,8}[)）])?$/;
const FULL = /^(?:标准|指标|满)?分值?(?:[(（].{0,8}[)）])?$|^权重|^满分|^标准分|^分数$|^应得分/;
const SCORE = /得分(?:[(（].{0,8}[)）])?$|^自评分|^评分(?:[(（].{0,8}[)）])?$|^自评(?:分数|结果)$/;
const RULE = /(?:评分|评价|计分|考核|得分)(?:标准|办法|细则|规则|依据|方法)|^标准$/;
const DEFINITION = /指标(?:解释|说明|内涵|定义)|^说明$/;
const TARGET =
  /(?:年度|年初|全年|绩效|预期|目标|计划)(?:指标|目标|绩效)?(?:值|数)?$|^指标值$|^目标值$|^绩效目标$/;
const ACTUAL = /完成(?:情况|值|数)$|实际(?:完成|值|数)|实际完成/;
const NOTE = /原因|扣分|备注|说明|佐证|依据/;
const REASON = /原因|扣分|备注|改进措施|其他说明/;

/** The columns of a table that scores its rows; undefined for other tables. */
export function sheetColumns(table: Table): SheetColumns | undefined {
  const named = table.columns.filter((column) => column.name !== '');
  const levels = levelsOf(named);
  const scores = named.filter((column) => SCORE.test(column.name) && !RULE.test(column.name));
  const score = scores.findLast((column) => /自评/.test(column.name)) ?? scores.at(-1);
  const fulls = named.filter((column) => FULL.test(column.name) && column !== score);
  if (
    levels.length === 0 ||
    !score ||
    (fulls.length === 0 && !named.some((column) => RULE.test(column.name)))
  )
    return undefined;
  const last = levels.at(-1)?.index ?? 0;
  const own = fulls.findLast((column) => column.index > last) ?? fulls.at(-1);
  const find = (pattern: RegExp): Column | undefined =>
    named.find((column) => pattern.test(column.name) && !levels.includes(column));
  return {
    levels,
    full: own,
    groupFulls: groupFulls(levels, fulls, own),
    score,
    rule: find(RULE),
    definition: named.find((column) => DEFINITION.test(column.name) && column.index < score.index),
    target: find(TARGET),
    actual: find(ACTUAL),
    reason: find(REASON),
    notes: notesOf(named, score),
  };
}

/** 绩效指标 written down the whole side of a form names the block, not a level. */
function levelsOf(named: readonly Column[]): readonly Column[] {
  const levels = named.filter((column) => LEVEL.test(column.name));
  const first = levels.findIndex((column) => column.name.startsWith('一级指标'));
  return first > 0 ? levels.slice(first) : levels;
}

/** 实际完成值 first; then what stands beside the score, and reasons wherever they stand. */
function notesOf(named: readonly Column[], score: Column): readonly Column[] {
  const free = named.filter(
    (column) => column !== score && !LEVEL.test(column.name) && !RULE.test(column.name),
  );
  const actual = free.filter((column) => ACTUAL.test(column.name));
  const beside = free.filter((column) => NOTE.test(column.name) && !actual.includes(column));
  return [
    ...actual,
    ...beside.filter((column) => column.index > score.index || !DEFINITION.test(column.name)),
  ];
}

function groupFulls(
  levels: readonly Column[],
  fulls: readonly Column[],
  own: Column | undefined,
): ReadonlyMap<number, Column> {
  const found = new Map<number, Column>();
  for (const [at, level] of levels.entries()) {
    const next = levels[at + 1]?.index ?? Infinity;
    const full = fulls.find((column) => column !== own && column.index > level.index && column.index < next);
    if (full) found.set(at, full);
  }
  return found;
}
