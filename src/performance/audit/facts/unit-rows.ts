import type { Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { conceptOf } from './concepts.ts';

/** Tables of more rows name no parts of one unit's money. */
const MOST_ROWS = 200;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[、.])/;

/** What the rows of tables are of whose columns are 收入, 支出, 结余: 局机关, 执法大队, 工伤保险. */
function unitRows(tables: readonly Table[]): readonly string[] {
  const names = tables
    .filter(
      ({ columns, rows }) =>
        rows.length <= MOST_ROWS && columns.some(({ kind, name }) => kind === 'amount' && conceptOf(name)),
    )
    .flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'detail').map(({ label }) => bare(label)))
    .filter(
      (name) => name.length >= 2 && name.length <= 20 && conceptOf(name) === undefined && /\D{2}/.test(name),
    );
  return [...new Set(names)];
}

const bare = (text: string): string => tight(text).replace(NUMBERING, '');
const OF_ALL = /合计|总计|全[局县市区镇乡系院校]|^(?:[我本]|部门|单位|整体|总体)/;

/** 分险种情况, 各单位收支: what stands below is of one after the other. */
const SINGLY = /(?:分|各)(?:单位|部门|险种|基金|项目|科目|类别|乡镇|学校|企业|村)/;
/** 一中 must be the whole heading; longer names may stand in it, or the heading in them. */
const isOf = (name: string, words: string): boolean =>
  name.length < 3 ? words === name : words.includes(name) || (words.length >= 4 && name.includes(words));

/** The sentences that speak of such a row: under its heading, or from where a paragraph names it. */
export function ofUnitRows(
  statements: readonly Statement[],
  tables: readonly Table[],
): ReadonlySet<Statement> {
  const names = unitRows(tables);
  const found = new Set<Statement>();
  if (names.length === 0) return found;
  const isNamed = (text: string): boolean =>
    SINGLY.test(text) || names.some((name) => isOf(name, bare(text)));
  let paragraph = -1;
  let named = false;
  for (const statement of statements) {
    if (statement.paragraph !== paragraph) named = isNamed(statement.topic) || isNamed(statement.section);
    paragraph = statement.paragraph;
    const subject = tight(statement.subject);
    if (OF_ALL.test(subject)) named = false;
    else if (names.some((name) => (name.length < 3 ? subject.startsWith(name) : subject.includes(name))))
      named = true;
    if (named) found.add(statement);
  }
  return found;
}
