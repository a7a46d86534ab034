import type { Reading } from '../reading.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { tight } from '../text/fold.ts';
import type { Entry } from './table-entries.ts';
import { sentenceBefore } from './table-matter.ts';
import { cellCloseness } from './table-scope.ts';

const MONTHS = /\d{1,2}(?:[-—~至]\d{1,2})?月|[一二三四]季度|[上下]半年/g;
const WHOLE = /全年|累计/g;

/** The months a text speaks of last: 1—4月, 二季度, or 全年 where it says so or 累计. */
const monthsIn = (text: string): string | undefined =>
  text
    .match(MONTHS)
    ?.at(-1)
    ?.replace(/[—~至]/, '-') ?? text.match(WHOLE)?.fill('全年')[0];

/**
 * 4月份结案3041件；1—4月累计结案11062件: a table of the one month is not held to the other, be it that its title names the
 * month, or that the sentence of that month has said the very figure.
 */
export function isOfOtherMonths(statement: Statement, entry: Entry, reading: Reading): boolean {
  const own = monthsIn(sentenceBefore(statement, reading));
  const shown = monthsIn(tight(`${entry.table.title}${entry.column.path.join('')}`));
  if (shown !== undefined) return own !== undefined && shown !== own;
  const name = coreName(statement.subject).replace(WHOLE, '');
  return reading.statements.some(
    (other) =>
      other !== statement &&
      other.role === 'level' &&
      coreName(other.subject).endsWith(name) &&
      cellCloseness(entry.figure, other.figure) === 'consistent' &&
      monthsIn(sentenceBefore(other, reading)) !== own,
  );
}
