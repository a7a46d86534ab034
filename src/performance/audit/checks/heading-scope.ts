import type { Reading } from '../reading.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import type { Entry } from './table-entries.ts';
import { sentenceBefore } from './table-matter.ts';

/** （一）教育局: the row of the table that the heading names; none where several are like it. */
export function rowOfHeading(part: string, names: Iterable<string>): string | undefined {
  const like = [...names].filter((name) => name === part || part.endsWith(name) || name.endsWith(part));
  return like.find((name) => name === part) ?? (like.length === 1 ? like[0] : undefined);
}

/** 办件 of the sentence and 办件量（件） of the column. */
export const isCalled = (name: string, column: string): boolean =>
  name.length >= 2 && coreName(column) === name;

const SPENT = /^(?:项目|资金)?(?:支出|执行|决算|支付|拨付)(?:资金|金额|额)?$/;
const PLANNED = /^(?:项目|资金)?(?:年初|全年)?(?:预算|安排)(?:安排|资金|金额|额)?$/;
/** 实际支出 of a project is the 执行数 of its row. */
export const isOfAspect = (name: string, column: string): boolean =>
  [SPENT, PLANNED].some((aspect) => aspect.test(name) && aspect.test(coreName(column)));

/** Is this of the fund and the time the table is of, and no budget of the whole beside a table of projects? */
export function isOfTableScope({ table, row }: Entry, statement: Statement, reading: Reading): boolean {
  const own = reading.scopes.ofParagraph(statement.paragraph);
  const shown = reading.scopes.ofTable(table);
  const before = sentenceBefore(statement, reading);
  if (own.time !== shown.time && !before.includes(shown.time || own.time)) return false;
  if (statement.figure.unit.dimension !== 'money') return true;
  if (own.fund !== shown.fund) return false;
  return row.kind !== 'total' || shown.part !== '项目' || /项目|专项/.test(before + own.part);
}
