import { sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptOf } from '../facts/concepts.ts';
import { finding, inUnit } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import { isOwnPeriod } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { twiceCloseness } from './closeness.ts';
import {
  GENERIC_RATE,
  isAboutTable,
  isOfOwnCounts,
  isPartOfForeignWhole,
  sentenceBefore,
} from './table-matter.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { bareName, indexOf, type Entry, type Index } from './table-entries.ts';
import { cellPlace } from './table-rows.ts';
import { isOfOtherMonths } from './table-time.ts';
import { countsAnother } from './counted-thing.ts';
import { isCalled, isOfAspect, isOfTableScope, rowOfHeading } from './heading-scope.ts';
import { areSeveral, cellCloseness, isNear, isOfFewer, isOfOtherRow, isOfSomeRows } from './table-scope.ts';
import { shownName } from '../text/shown-name.ts';

/** Counts and rates of sentences against the total row, or the row of the organisation the sentence names. */
export function narrativeAgainstTable(reading: Reading): readonly Finding[] {
  const tables = reading.tables.filter(
    (table) =>
      !reading.sheets.some((sheet) => sheet.tables.includes(table)) &&
      table.rows.length <= 400 &&
      table.columns.some((column) => column.name !== ''),
  );
  const index = indexOf(tables);
  if (!index) return [];
  const told = reading.statements.flatMap((statement, at) => findingsOf(statement, at, { reading, index }));
  return told.filter((each) => !isOfOtherScope(each, told)).map(({ finding: found }) => found);
}

interface Told {
  readonly statement: Statement;
  readonly finding: Finding;
}

/** 城区小学12所，在校生11860人，专任教师612人: where two measures of a sentence differ, it counts something else. */
const isOfOtherScope = ({ statement, finding: found }: Told, told: readonly Told[]): boolean =>
  found.verdict !== 'consistent' &&
  (/^[(][^()]{0,4}(?:含|包括|不计|剔除)/.test(statement.behind) ||
    told.some(
      (other) =>
        other.statement !== statement &&
        other.statement.paragraph === statement.paragraph &&
        other.statement.sentence === statement.sentence &&
        other.finding.verdict !== 'consistent' &&
        other.finding.verdict !== 'rounding',
    ));

function findingsOf(
  statement: Statement,
  at: number,
  { reading, index }: { readonly reading: Reading; readonly index: Index },
): readonly Told[] {
  const { figure } = statement;
  if (
    statement.role !== 'level' ||
    figure.approximate ||
    !['count', 'rate', 'money'].includes(figure.unit.dimension)
  )
    return [];
  if (!isOwnPeriod(statement.period, reading.document.year) && !/^\d{1,2}月|季度|半年/.test(statement.period))
    return [];
  const isOfPart = reading.scopes.ofParagraph(statement.paragraph).part !== '';
  if ((conceptOf(tight(statement.subject)) !== undefined && !isOfPart) || SET.test(tight(statement.subject)))
    return [];
  const found = compareWith(statement, reading, index);
  const before = reading.statements.slice(Math.max(0, at - 6), at);
  return found
    .filter((each) => !isOfFewer(each, statement, before))
    .map((each) => asQuestion(each, reading.statements.slice(at, at + 4)))
    .map((each) => ({ statement, finding: each }));
}

/** 由18.20亿元调整为21.35亿元: the verb names no measure. */
const SET = /(?:调整|变更|修订|调增|调减)(?:后)?(?:为|到|至)$/;

/** 满意598件、基本满意21件 in the sentence, 满意619 in the table: the table may count both. */
function asQuestion(each: Finding, [first, ...next]: readonly Statement[]): Finding {
  if (each.verdict !== 'contradiction' || !first) return each;
  const beside = next.filter(
    (other) => other.sentence === first.sentence && other.paragraph === first.paragraph,
  );
  const together = beside.some((_, at) => {
    const values = [first, ...beside.slice(0, at + 1)].map((other) => other.figure.value);
    return inUnit(sum(values), first.figure.unit) === each.b;
  });
  return together ? { ...each, verdict: 'doubtful', calc: `${each.calc}；请说明表中是否为几项之和` } : each;
}

function compareWith(
  statement: Statement,
  reading: Reading,
  { totals, rows, organisations, measures }: Index,
): readonly Finding[] {
  const before = sentenceBefore(statement, reading);
  const named = organisations.filter((name) => before.includes(name));
  const subject = tight(statement.subject);
  if (named.length === 1) {
    const [label = ''] = named;
    const own = (rows.get(label) ?? []).filter(({ row }) => !isOfOwnCounts(row, statement, reading));
    return againstRow(statement, own, { label, reading });
  }
  if (named.length > 1) return [];
  const part = reading.scopes.ofParagraph(statement.paragraph).part;
  if (part !== '') {
    const label = rowOfHeading(part, rows.keys());
    const own = (label === undefined ? [] : (rows.get(label) ?? [])).filter(
      ({ row }) => !isOfOwnCounts(row, statement, reading),
    );
    return againstRow(statement, own, { label: label ?? '', reading });
  }
  const category = rows.get(bareName(subject)) ?? rows.get(`${bareName(subject)}类`);
  if (category && statement.figure.unit.dimension !== 'rate') return byCategory(statement, category, reading);
  const name = bareName(subject);
  const same = (totals.get(name) ?? []).filter((entry) => sameSort(entry.figure, statement.figure));
  return decide(
    statement,
    GENERIC_RATE.test(name) ? same.filter((entry) => isAboutTable(entry, statement, reading)) : same,
    { name, all: measures.get(name) ?? [], reading },
  );
}

const sameSort = (a: Figure, b: Figure): boolean =>
  (a.unit.dimension === 'rate') === (b.unit.dimension === 'rate');

function againstRow(
  statement: Statement,
  entries: readonly Entry[],
  { label, reading }: { readonly label: string; readonly reading: Reading },
): readonly Finding[] {
  const rest = bareName(
    tight(statement.subject)
      .replace(label, '')
      .replace(/^[县市区]|^.{0,8}(?:县|市|区)(?=$)/, ''),
  );
  const usable = entries.filter((entry) => sameSort(entry.figure, statement.figure));
  const own = coreName(tight(statement.subject).replace(label, ''));
  const byName = usable.filter(
    ({ column }) => (bareName(column.name) === rest && rest.length >= 2) || isCalled(own, column.name),
  );
  const named = byName.length > 0 ? byName : usable.filter(({ column }) => isOfAspect(own, column.name));
  if (byName.length > 0 || named.length === 1)
    return decide(statement, named, { name: 'row', all: named, reading });
  const equal = usable.find((entry) => twiceCloseness(entry.figure, statement.figure) === 'consistent');
  return equal && rest === '' ? [describe(statement, equal, 'consistent')] : [];
}

/** 咨询600件 against the row 咨询: the only amount of the row, or the one in the column of totals or of what was spent. */
function byCategory(statement: Statement, entries: readonly Entry[], reading: Reading): readonly Finding[] {
  const money = statement.figure.unit.dimension === 'money';
  const amounts = entries.filter(
    (entry) =>
      sameSort(entry.figure, statement.figure) && (entry.figure.unit.dimension === 'money') === money,
  );
  const usable = amounts.filter((entry) => !/序号|排名|上[年月期]|同期|去年|预算/.test(entry.column.name));
  const named = money ? /决算|执行|实际|支出|金额/ : /合计|总计|总数|数量|件数|受理/;
  const one = usable.length === 1 ? usable : usable.filter((entry) => named.test(entry.column.name));
  return one.length === 1 ? decide(statement, one, { name: 'row', all: usable, reading }) : [];
}

interface Measure {
  readonly name: string;
  /** Every cell of that measure, in whatever row. */
  readonly all: readonly Entry[];
  readonly reading: Reading;
}

function decide(
  statement: Statement,
  entries: readonly Entry[],
  { name, all, reading }: Measure,
): readonly Finding[] {
  const { figure } = statement;
  const [first, ...others] = entries.filter((entry) => isOfTableScope(entry, statement, reading));
  if (!first || name.length < 2) return [];
  const held = [first, ...others].find((entry) => cellCloseness(entry.figure, figure) !== 'contradiction');
  if (held) return [describe(statement, held, cellCloseness(held.figure, figure))];
  if (isOfOtherRow(figure, all) || isOfOtherMonths(statement, first, reading)) return [];
  if (figure.unit.dimension !== 'rate' && isOfSomeRows(figure, first, first.column.index)) return [];
  if (countsAnother(statement, name, first.figure) || isPartOfForeignWhole(first, statement, reading))
    return [];
  const near = isNear(first.figure, figure);
  // 人 are no 项: what is far off and not of one unit is another measure of that name.
  const isAlike = sameUnit(first.figure, figure);
  if (!near && !isAlike && !isAboutTable(first, statement, reading)) return [];
  if (!near && areSeveral(all)) return [];
  const exact = coreName(first.column.name) === coreName(statement.subject);
  // One word may head tables of other things: what is far off must be about what the table counts.
  const plain = others.length === 0 && (near || (exact && isAboutTable(first, statement, reading)));
  return [describe(statement, first, plain ? 'contradiction' : 'doubtful')];
}

function describe(statement: Statement, entry: Entry, verdict: Finding['verdict']): Finding {
  const unit = statement.figure.unit;
  const calc = `文中${shownName(statement.subject)}${said(statement.figure)}；表中${entry.row.label}的${entry.column.name}${entry.figure.printed}${entry.figure.unit.text}${verdict === 'doubtful' ? '；请说明两处统计范围是否相同' : ''}`;
  const where = [placeOfStatement(statement), cellPlace(entry.table, entry.row, entry.column)];
  return finding({
    kind: 'cross',
    verdict,
    a: statement.figure.value,
    b: entry.figure.value,
    unit,
    calc,
    where,
  });
}
