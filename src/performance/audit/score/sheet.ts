import { divide, fraction, type Fraction } from '#lib/fraction.ts';
import type { Row, Table, TableCell } from '../tables/table.ts';
import { figureOf, type Figure } from '../text/figure.ts';
import { fold, quote, tight } from '../text/fold.ts';
import type { Place } from '../audit.ts';
import type { SheetColumns } from './columns.ts';

export interface SheetRow {
  /** Group names and name, joined with `/`. */
  readonly path: string;
  readonly groups: readonly Group[];
  readonly name: string;
  readonly rule: string;
  readonly definition: string;
  readonly target: string;
  readonly actual: string;
  readonly reason: string;
  /** What is written beside the score: 实际完成值, 扣分原因, 说明, 备注, 佐证. */
  readonly notes: readonly Note[];
  /** 不适用: neither points nor full mark; 加分项 and 扣分项 stand outside the hundred. */
  readonly standing: 'counted' | 'dropped' | 'beside';
  /** 分值 of the row; where one cell holds for several rows, its equal part. */
  readonly full: Fraction | undefined;
  /** The cell that several rows share. */
  readonly shared: { readonly full: Fraction; readonly rows: number } | undefined;
  readonly claimed: Fraction | undefined;
  /** Digits behind the point of the printed score. */
  readonly decimals: number;
  /** 得分 = 执行率 × 分值, on a row of the money table. */
  readonly execution: Figure | undefined;
  readonly place: Place;
  readonly scorePlace: Place;
}
export interface Note {
  readonly text: string;
  readonly place: Place;
}
/** 一级 or 二级指标 with the weight printed in its cell: 过程（40分）. */
export interface Group {
  readonly name: string;
  readonly weight: Fraction | undefined;
  readonly line: number;
}
export interface ScoreSheet {
  /** One, or its pieces after page breaks. */
  readonly tables: readonly Table[];
  readonly rows: readonly SheetRow[];
  readonly total:
    | {
        readonly full: Figure | undefined;
        readonly claimed: Figure | undefined;
        readonly place: Place;
        /** 总分（含预算执行率10分）: its ten points stand in another table. */
        readonly withExecution: boolean;
      }
    | undefined;
  /** Lines that hold rules and headers: no statements of fact. */
  readonly lines: ReadonlySet<number>;
}

interface Draft {
  readonly row: SheetRow;
  readonly weightCell: TableCell | undefined;
}

const SUBTOTAL = /小计$/;
const TOTAL = /^(?:总分|合计|总计|得分合计|总得分|自评总分|综合得分|总评分|总分值|合计得分)/;
const MOST_ROWS = 500;

/** 决策 | 小计: in its group's second column. */
const isSubtotal = (cell: TableCell | undefined): boolean => SUBTOTAL.test(tight(cell?.text ?? ''));

/** 单位：万元 at the head of a form is of its money, never of its points. */
const points = (figure: Figure | undefined): Figure | undefined =>
  figure?.unit.dimension === 'money' ? figureOf(figure.printed) : figure;

/** 其中：过程, below the rows of the group 过程: what they come to together. */
function isOfGroup(label: string, drafts: readonly Draft[]): boolean {
  const name = /^其中[:：](.{2,})$/.exec(label)?.[1];
  return name !== undefined && drafts.some(({ row }) => row.groups.some((group) => group.name === name));
}

/** A table read as a score sheet. */
export function sheetFrom(table: Table, columns: SheetColumns): ScoreSheet {
  const carried: (Group | undefined)[] = [];
  const drafts: Draft[] = [];
  let total: ScoreSheet['total'];
  const lines = new Set<number>();
  for (const row of table.rows.slice(0, MOST_ROWS)) {
    markLines(lines, row, columns);
    const first = tight(row.cells.find((cell) => cell && !cell.blank)?.text ?? '');
    const claimed = points(row.cells[columns.score.index]?.figure);
    if (SUBTOTAL.test(first) || columns.levels.some((level) => isSubtotal(row.cells[level.index]))) continue;
    if (TOTAL.test(first)) {
      const full = columns.full && points(row.cells[columns.full.index]?.figure);
      const place = placed(row.cells[columns.score.index], row, '总分');
      total ??= { full, claimed, place, withExecution: /含[^()]*执行率/.test(first) };
      continue;
    }
    if (isOfGroup(first, drafts)) continue;
    const scored = sheetRow(row, columns, carried);
    if (scored) drafts.push({ row: scored, weightCell: columns.full && row.cells[columns.full.index] });
  }
  return { tables: [table], rows: share(drafts), total, lines };
}

function markLines(lines: Set<number>, row: Row, columns: SheetColumns): void {
  for (const column of [columns.rule, columns.definition, ...columns.levels]) {
    const cell = column && row.cells[column.index];
    // 说明：… in one cell across the whole row is a sentence like any other.
    if (!cell || cell === row.cells[columns.score.index]) continue;
    const count = cell.text.split('\n').length;
    for (let at = 0; at < count; at += 1) lines.add(cell.line + at);
  }
}

function sheetRow(row: Row, columns: SheetColumns, carried: (Group | undefined)[]): SheetRow | undefined {
  const groups = groupsOf(row, columns, carried);
  const own = groups.at(-1);
  const score = row.cells[columns.score.index];
  const weight = columns.full && points(row.cells[columns.full.index]?.figure);
  const ownCell = row.cells[columns.levels.at(-1)?.index ?? 0];
  if (!own || (!score?.figure && !weight)) return undefined;
  const text = (column: { index: number } | undefined): string =>
    column ? (row.cells[column.index]?.text ?? '') : '';
  const path = groups.map((group) => group.name).join('/');
  const notes = columns.notes.flatMap((column) => noteOf(row.cells[column.index], row, path));
  const rule = text(columns.rule).trim();
  return {
    path,
    groups: groups.slice(0, -1),
    name: own.name,
    rule,
    definition: text(columns.definition).trim(),
    target: text(columns.target).trim(),
    actual: text(columns.actual).trim(),
    reason: text(columns.reason).trim(),
    notes,
    standing: standingOf(groups, score, [score?.text ?? '', ...notes.map((note) => note.text)]),
    full: weight?.value ?? own.weight,
    shared: undefined,
    claimed: points(score?.figure)?.value,
    decimals: score?.figure?.decimals ?? 0,
    execution: rule === '' && EXECUTION.test(own.name) ? rateIn(row, columns) : undefined,
    place: placed(ownCell, row, path),
    scorePlace: placed(score, row, path),
  };
}

const EXECUTION = /^(?:部门|项目|资金)?(?:预算|资金|经费)(?:支出)?执行率$/;
/** 预算执行率 as a row among the indicators is scored like the one beside the money. */
const rateIn = (row: Row, { actual }: SheetColumns): Figure | undefined => {
  const figure = actual && row.cells[actual.index]?.figure;
  return figure?.unit.dimension === 'rate' ? figure : undefined;
};

const noteOf = (cell: TableCell | undefined, row: Row, path: string): readonly Note[] =>
  cell && !cell.blank ? [{ text: cell.text.trim(), place: placed(cell, row, path) }] : [];

function standingOf(
  groups: readonly Group[],
  score: TableCell | undefined,
  texts: readonly string[],
): SheetRow['standing'] {
  if (groups.some((group) => /加分|附加分|奖励分|扣分项|减分项|倒扣/.test(group.name))) return 'beside';
  const idle = !score?.figure && texts.some((text) => /不适用|不涉及|不(?:予|作|做)?考核/.test(text));
  return idle ? 'dropped' : 'counted';
}

const placed = (cell: TableCell | undefined, row: Row, path: string): Place => ({
  line: cell?.line ?? row.line,
  place: `评分表 / ${path}`,
  text: quote(cell?.text ?? ''),
});

/** Names of all levels; an empty cell belongs to the group above, and a new group forgets what was below the old one. */
function groupsOf(row: Row, columns: SheetColumns, carried: (Group | undefined)[]): readonly Group[] {
  const groups: Group[] = [];
  const last = columns.levels.length - 1;
  for (const [at, level] of columns.levels.entries()) {
    const cell = row.cells[level.index];
    const text = tight(cell?.text ?? '');
    if (text !== '' && cell) {
      const side = columns.groupFulls.get(at);
      const group = groupOf(text, cell.line, side && row.cells[side.index]?.figure);
      if (at < last && group.name !== carried[at]?.name) carried.length = at;
      if (at < last) carried[at] = group;
      if (groups.at(-1)?.name !== group.name) groups.push(group);
    } else if (at < last && carried[at]) groups.push(carried[at]);
    else if (at === last && columns.levels.length === 1) return [];
  }
  return groups;
}

const WEIGHT = /[(（]\s?(\d{1,3}(?:\.\d{1,2})?)\s?分?\s?[)）]$/;

function groupOf(text: string, line: number, side: Figure | undefined): Group {
  const match = WEIGHT.exec(fold(text));
  const name = fold(text).replace(WEIGHT, '').replace(/\s/g, '').replace(/\//g, '／');
  return { name, line, weight: side?.value ?? (match ? figureOf(match[1] ?? '0').value : undefined) };
}

/** One 分值 cell over several rows: real grids say so; in dumps the rows below it are empty in the same group. */
function share(drafts: readonly Draft[]): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  for (let at = 0; at < drafts.length;) {
    const first = drafts[at] as Draft;
    let to = at + 1;
    while (to < drafts.length && sharesWeight(drafts[to] as Draft, first)) to += 1;
    const shared = to - at > 1 && first.row.full ? { full: first.row.full, rows: to - at } : undefined;
    const full = shared && divide(shared.full, fraction(shared.rows));
    for (const { row } of drafts.slice(at, to)) rows.push(shared ? { ...row, shared, full } : row);
    at = to;
  }
  return rows;
}

function sharesWeight(draft: Draft, first: Draft): boolean {
  if (!first.row.full || draft.row.groups.at(-1)?.name !== first.row.groups.at(-1)?.name) return false;
  if (draft.weightCell === undefined || draft.weightCell.blank) return draft.row.full === undefined;
  return draft.weightCell.rowSpan > 1 && draft.weightCell.line === first.weightCell?.line;
}
