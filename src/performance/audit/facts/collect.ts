import type { Table, Row, Column } from '../tables/table.ts';
import { placeOf } from '../tables/table.ts';
import { cellFigure } from '../text/figure.ts';
import { fold, quote, tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import { isOwnPeriod, isYearBefore } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import { bare } from '../text/units.ts';
import { asNeighbour, companyOf } from './company.ts';
import { conceptOf } from './concepts.ts';
import { isAhead } from './ahead.ts';
import { aspectOf, type Fact } from './fact.ts';
import { withoutFunds } from './fund-scope.ts';
import { scopedBy, type Scopes } from './scopes.ts';
import {
  isCanonical,
  isOfFundBefore,
  isOfHeading,
  isOfMatter,
  isOfPart,
  isOfSome,
  isInSentenceOf,
  wholeBefore,
} from './of-part.ts';
import { openingBalance, placeIn } from './opening-balance.ts';
import { ofLabels } from './labelled.ts';
import { ofUnitRows } from './unit-rows.ts';
import { conceptIn, isAspectOnly, OTHERS, ownerByTopic, ownerOf, type Owner } from './owner.ts';

/** Everything stated: cells of tables, pairs of label and value, statements of the narrative. */
export function collectFacts(
  tables: readonly Table[],
  statements: readonly Statement[],
  { year, scopes }: { readonly year: number | null; readonly scopes?: Scopes },
): readonly Fact[] {
  const others = new Set([...ofUnitRows(statements, tables), ...ofLabels(statements)]);
  return withoutFunds([
    ...tables.flatMap((table, at) =>
      [...tableFacts(table, at, year), ...pairFacts(table)].map(
        scopedBy(scopes?.ofTable(table), [`table ${at}`]),
      ),
    ),
    ...textFacts(statements, { others, year, scopes }),
  ]);
}

const ASPECT_NAME =
  /^(?:(?:上年|本年|当年|全年|年初|年末|调整后|(?:19|20)\d\d年度?)*(?:预算|决算|执行|实际|完成|支出|金额|安排|调整|批复|实有|数额)*(?:数|额|金额|情况)?(?:[(（].{1,6}[)）])?)$/;

function tableFacts(table: Table, at: number, year: number | null): readonly Fact[] {
  const facts: Fact[] = [];
  const amounts = table.columns.filter((column) => column.kind === 'amount' || column.kind === 'rate');
  if (amounts.length === 0 || table.columns.every((column) => column.name === '')) return facts;
  const byRows = amounts.every((column) => conceptOf(column.name) === undefined);
  const wholeRow = wholeRowOf(table);
  // Facts are for known concepts; a table of ten thousand villages has none of its own in each row.
  for (const row of byRows ? table.rows.slice(0, 2000) : table.rows.slice(0, 200)) {
    const rowConcept = conceptOf(row.label);
    for (const column of amounts) {
      const cell = row.cells[column.index];
      if (!cell?.figure || cell.rowSpan > 1) continue;
      const concept =
        conceptOf(column.name) ??
        (ASPECT_NAME.test(column.name) || amounts.length === 1 ? rowConcept : undefined);
      const name = conceptOf(column.name) === undefined && rowConcept !== undefined ? row.label : column.name;
      const aspect = aspectOf(
        `${column.path.join('')}${table.title.includes('预算') && !table.title.includes('决算') ? '预算' : ''}`,
        year,
      );
      const whole =
        conceptOf(column.name) === undefined
          ? row.kind !== 'among' || rowConcept !== undefined
          : row === wholeRow;

      facts.push({
        name,
        concept,
        aspect,
        figure: cell.figure,
        place: cellPlace(table, row, column),
        source: 'table',
        cell: {
          table: at,
          row: row.index,
          column: column.index,
          across: conceptOf(column.name) !== undefined,
        },
        whole,
      });
    }
  }
  return facts;
}

const cellPlace = (table: Table, row: Row, column: Column) => {
  const cell = row.cells[column.index];
  return { line: cell?.line ?? row.line, place: placeOf(table, row, column), text: quote(cell?.text ?? '') };
};

/** The row that speaks for the whole unit: the total, or the only one with figures. */
export function wholeRowOf(table: Table): Row | undefined {
  const total = table.rows.find((row) => row.kind === 'total');
  if (total) return total;
  const filled = table.rows.filter((row) => row.cells.some((cell) => cell?.figure));
  return filled.length === 1 ? filled[0] : undefined;
}

/** 人员编制 | 18 | 实有人数 | 38: a label and, to its right, its number. */
function pairFacts(table: Table): readonly Fact[] {
  const headed = table.columns.some((column) => column.kind === 'amount' && column.name !== '');
  const facts: Fact[] = [];
  for (const row of table.rows.slice(0, 400)) {
    for (let at = 0; at + 1 < row.cells.length; at += 1) {
      const label = row.cells[at];
      const value = row.cells[at + 1];
      if (!label || !value || label === value || label.blank || label.figure || label.text.length > 24)
        continue;
      const concept = conceptOf(tight(label.text));
      const figure = value.figure ?? cellFigure(fold(value.text), bare);
      if (!figure || (headed && concept === undefined)) continue;
      if (headed && table.columns[at + 1]?.kind !== 'label') continue;
      const place = { line: value.line, place: tight(label.text), text: quote(value.text) };
      facts.push({
        name: tight(label.text),
        concept,
        aspect: 'actual',
        figure,
        place,
        source: 'pair',
        whole: true,
      });
    }
  }
  return facts;
}

/** 其中 after something that is not the unit's whole makes what follows a part of that, not of the unit. */
function textFacts(
  statements: readonly Statement[],
  {
    others,
    year,
    scopes,
  }: {
    readonly others: ReadonlySet<Statement>;
    readonly year: number | null;
    readonly scopes: Scopes | undefined;
  },
): readonly Fact[] {
  const facts: Fact[] = [];
  let part: { paragraph: number; sentence: number } | undefined;
  let owner: Owner;
  for (const [at, statement] of statements.entries()) {
    const before = statements[at - 1];
    const own = conceptOf(tight(statement.subject));
    if (part && (part.paragraph !== statement.paragraph || part.sentence !== statement.sentence))
      part = undefined;
    if ((statement.opens && before && !isCanonical(wholeBefore(statements, at))) || isOfPart(statement))
      part = { paragraph: statement.paragraph, sentence: statement.sentence };
    else if (own === 'spending' || own === 'income') part = undefined;
    const company = companyOf(statement, before);
    const neighbours = [before, statements[at + 1]].flatMap((other) =>
      isInSentenceOf(other, statement) ? [asNeighbour(other)] : [],
    );
    owner = ownerOf(statement, isInSentenceOf(before, statement) ? owner : ownerByTopic(statement.topic));
    const inherits = owner !== undefined && isAspectOnly(statement);
    for (const fact of openingBalance(statement, before) ?? textFact(statement, year)) {
      const scoped = scopes?.ofFact(fact, statement) ?? fact;
      facts.push({
        ...scoped,
        concept: inherits ? (owner === OTHERS ? undefined : owner) : fact.concept,
        company,
        neighbours,
        whole:
          fact.whole &&
          part === undefined &&
          !others.has(statement) &&
          !(inherits && owner === OTHERS) &&
          !isOfSome(statement, before) &&
          !isOfHeading(statement) &&
          !isOfMatter(statement, before) &&
          !isOfFundBefore(statement, statements.slice(Math.max(0, at - 6), at)),
      });
    }
  }
  return facts;
}

function textFact(statement: Statement, year: number | null): readonly Fact[] {
  if (statement.role !== 'level' || statement.subject === '' || isAhead(statement, year)) return [];
  const concept = conceptIn(statement);
  // 上年结转 is what this year began with.
  const own = isOwnPeriod(statement.period, year) || (concept === 'carriedIn' && statement.period === '上年');
  if (!own && !isYearBefore(statement.period, year)) return [];
  const words = `${own ? '' : '上年'}${statement.subject}`;
  const place = { line: statement.line, place: placeIn(statement), text: quote(statement.text) };
  return [
    {
      // What is carried over is inside 收入总计 and outside 本年收入合计.
      name: `${coreName(statement.subject)}${/总计/.test(statement.subject) ? '总计' : ''}`,
      concept,
      aspect: aspectOf(words, year),
      figure: statement.figure,
      place,
      source: 'text',
      period: statement.period,
      whole: true,
    },
  ];
}
