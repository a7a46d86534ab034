import type { Reading } from '../reading.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { twiceCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { isHeadcount } from './rate-names.ts';
import { cellCloseness } from './table-scope.ts';

/** Rates by which anything can be judged; alone they name nothing. */
export const GENERIC_RATE = /^[\u4e00-\u9fff]{2}[率度]$/;

/** Words any table may have in its head. */
const ANYWHERE =
  /实际|预算|决算|执行|计划|目标|任务|完成|本年|上年|全年|累计|合计|小计|总计|金额|得分|分值|排名|序号|单位|项目|名称|备注|情况|数量|件数|总数|[年月数量率度额]/g;

interface Spot {
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
}

/** The counts a rate has before it in its own part of the sentence. */
const countsBefore = (statement: Statement, reading: Reading): readonly Statement[] =>
  reading.statements.filter(
    (other) =>
      other.paragraph === statement.paragraph &&
      other.segment === statement.segment &&
      other.start < statement.start &&
      isHeadcount(other.figure),
  );
const isOfRow = (counts: readonly Statement[], row: Row): boolean =>
  counts.some((count) =>
    row.cells.some((cell) => cell?.figure && twiceCloseness(cell.figure, count.figure) === 'consistent'),
  );

/** 政务中心首席窗口办件8216件，评价6420件，主动评价率78.14%: of counts of its own, none of which the row has. */
export function isOfOwnCounts(row: Row, statement: Statement, reading: Reading): boolean {
  const own = statement.figure.unit.dimension === 'rate' ? countsBefore(statement, reading) : [];
  return own.length > 0 && !isOfRow(own, row);
}

/** Is this sentence about what the table counts? Its own counts must stand in the row; without any, its words in the head. */
export function isAboutTable({ table, row, column }: Spot, statement: Statement, reading: Reading): boolean {
  const own = countsBefore(statement, reading);
  if (own.length > 0) return isOfRow(own, row);
  const words = `${tight(statement.section)}${sentenceBefore(statement, reading)}`;
  const heads = [...table.columns.filter((each) => each !== column).map((each) => each.name), table.title];
  return heads.some((head) =>
    tight(head)
      .replace(/[(（].{0,10}[)）]/g, '')
      .split(ANYWHERE)
      .some((stem) => stem.length >= 2 && words.includes(stem)),
  );
}

/** 减免保险费6327万元，其中失业保险286万元: a part of a whole that the table does not print is no row of the table. */
export function isPartOfForeignWhole({ table }: Spot, statement: Statement, reading: Reading): boolean {
  const sentence = reading.statements.filter(
    (other) =>
      other.paragraph === statement.paragraph &&
      other.sentence === statement.sentence &&
      other.start <= statement.start,
  );
  const opened = sentence.findLastIndex(({ opens }) => opens);
  const whole = sentence
    .slice(0, Math.max(0, opened))
    .findLast(({ role, figure }) => role === 'level' && sameUnit(figure, statement.figure));
  if (!whole) return false;
  return !table.rows.some(({ cells }) =>
    cells.some((cell) => cell?.figure && cellCloseness(cell.figure, whole.figure) === 'consistent'),
  );
}

/** What the sentence, or its part after a semicolon, says before the figure. */
export function sentenceBefore(statement: Statement, reading: Reading): string {
  const text = reading.paragraphs[statement.paragraph]?.text ?? '';
  const from = Math.max(
    text.lastIndexOf('。', statement.start),
    text.lastIndexOf(';', statement.start),
    statement.start - 160,
    0,
  );
  return tight(text.slice(from, statement.start));
}
