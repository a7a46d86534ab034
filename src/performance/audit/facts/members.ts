import type { Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { conceptOf } from './concepts.ts';
import { isInSentenceOf } from './of-part.ts';

// Tables of more rows are lists of villages; no report has a heading for each.
const MOST_ROWS = 200;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[、.])/;

/**
 * What the document itself counts as a part of something: a row above a total, a member of a list of money behind 其中. A
 * heading of that name speaks of that part.
 */
export const membersOf = (tables: readonly Table[], statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    [...tables.flatMap(rowNames), ...listNames(statements).flatMap(withoutMoney)].filter(
      (name) => name.length >= 2 && name.length <= 20 && conceptOf(name) === undefined,
    ),
  );

/** 门诊收入 is what the heading 门诊 speaks of. */
const withoutMoney = (name: string): readonly string[] => [
  name,
  name.replace(/(?:收入|支出|资金|经费)$/, ''),
];

const rowNames = ({ rows }: Table): readonly string[] =>
  rows.length <= MOST_ROWS && rows.some(({ kind }) => kind === 'total')
    ? rows.filter(({ kind }) => kind === 'detail').map(({ label }) => tight(label).replace(NUMBERING, ''))
    : [];

function listNames(statements: readonly Statement[]): readonly string[] {
  let opened: Statement | undefined;
  return statements.flatMap((statement) => {
    if (statement.opens) opened = statement;
    else if (opened && !isInSentenceOf(opened, statement)) opened = undefined;
    const isMember =
      opened?.segment === statement.segment &&
      statement.role === 'level' &&
      statement.figure.unit.dimension === 'money';
    return isMember ? [coreName(statement.subject)] : [];
  });
}
