import type { Extracted } from '#documents/extracted.ts';
import type { AuditedDocument } from './audit.ts';
import { identify } from './document.ts';
import { collectFacts } from './facts/collect.ts';
import { changeRateFacts } from './facts/change-rates.ts';
import { comparedFacts } from './facts/compared.ts';
import { withoutOwnName } from './facts/own-unit.ts';
import { linePairs } from './facts/line-pairs.ts';
import type { Fact } from './facts/fact.ts';
import { membersOf } from './facts/members.ts';
import { scopesOf, type Scopes } from './facts/scopes.ts';
import { goalFacts } from './goals/facts.ts';
import type { Goal } from './goals/goal.ts';
import { withoutPlans } from './goals/planned.ts';
import { readGoals } from './goals/read.ts';
import { findTables } from './tables/find.ts';
import type { Table } from './tables/table.ts';
import { paragraphsOf, type Paragraph } from './text/paragraphs.ts';
import { statementsOf, type Statement } from './text/statement.ts';
import type { ScoreSheet } from './score/sheet.ts';
import { mainSheet, readScoreSheets } from './score/sheets.ts';

/** A document read once; every check looks only at this. */
export interface Reading {
  readonly document: AuditedDocument;
  readonly tables: readonly Table[];
  readonly paragraphs: readonly Paragraph[];
  /** Statements of the running text, cells of words included; rules of a score sheet are not among them. */
  readonly statements: readonly Statement[];
  readonly facts: readonly Fact[];
  /** Of what each paragraph and each table speaks. */
  readonly scopes: Scopes;
  /** The sheet the document is about, and all of them. */
  readonly sheet: ScoreSheet | undefined;
  readonly sheets: readonly ScoreSheet[];
  readonly goals: readonly Goal[];
}

// Twenty megabytes of nothing but figures must not fill the memory; no report has a tenth of this.
const MOST_STATEMENTS = 150_000;

export function read(extracted: Extracted): Reading {
  const document = identify(extracted);
  const { tables, ranges } = findTables(extracted);
  const sheets = readScoreSheets(tables);
  const sheet = mainSheet(sheets);
  const prose = withoutPlans(proseLines(extracted, ranges, sheets), tables);
  const paragraphs = paragraphsOf(prose.lines, prose.planned);
  const statements: Statement[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (statements.length > MOST_STATEMENTS) break;
    for (const statement of statementsOf(paragraph, index)) statements.push(statement);
  }
  const goals = readGoals(tables, sheets);
  const pairs = extracted.tables.length > 0 ? [] : linePairs(extracted.lines);
  const named = statements.map((each) => withoutOwnName(each, document));
  const { year } = document;
  const scopes = scopesOf(paragraphs, document, membersOf(unscored(tables, sheets), statements));
  const facts = [
    ...collectFacts(tables, named, { year, scopes }),
    ...comparedFacts(named, { year, scopes }),
    ...changeRateFacts(named, scopes),
    ...pairs,
    ...goalFacts(goals),
  ];
  return { document, tables, paragraphs, statements, facts, scopes, sheet, sheets, goals };
}

/** Rows of a score sheet are no parts of anything but the score. */
const unscored = (tables: readonly Table[], sheets: readonly ScoreSheet[]): readonly Table[] => {
  const scored = new Set(sheets.flatMap((sheet) => sheet.tables));
  return tables.filter((table) => !scored.has(table));
};

/** Two scores in one line, or points off for each: a printed rule (每少一项扣2分), or what was scored (投入得10分，过程得27分). */
const SCORED =
  /(?:计|扣|得)\s?\d{1,3}(?:\.\d{1,2})?\s?分.{0,80}(?:扣完为止|不得分|(?:计|扣|得)\s?\d)|每(?:超过|超|减少|低于|少|增加|出现|发现).{0,30}扣\s?\d/;
/** Only a rule speaks so. */
const CONDITION =
  /[≥≤<>＜＞]|每|否则|扣完|不得分|以[上下内]|[^目]的[，,]?\s?(?:得|计|扣)|不足|低于|高于|酌情|最[多高]|(?:如|若|凡)[^，。]{1,20}[则，]/;
/** A rule may speak so, and so may a report. */
const LOOSE = /达到|完成|健全|完善|规范|准确|齐全|及时|有效|真实|未|无|满分/;
const TOTALLED = /(?:合计|共计|总计|总分|总得分|综合得分|自评得分|共得)(?:为|是|达|得|[:：])?\s?\d/;

/** A printed scoring rule states no fact; the scores it led to do. */
const isRule = (text: string): boolean =>
  SCORED.test(text) && (CONDITION.test(text) || (LOOSE.test(text) && !TOTALLED.test(text)));

/** Lines that are sentences: all outside tables, and inside them the cells with a clause of their own. */
function proseLines(
  extracted: Extracted,
  ranges: readonly { from: number; to: number }[],
  sheets: readonly ScoreSheet[],
) {
  const inTable = new Uint8Array(extracted.lines.length + 2);
  for (const { from, to } of ranges) inTable.fill(1, from, to + 1);
  const ruled = new Set(sheets.flatMap((sheet) => [...sheet.lines]));
  return extracted.lines.filter((line) => {
    if (ruled.has(line.number) || isRule(line.text)) return false;
    return (
      inTable[line.number] !== 1 ||
      (/[，。；]/.test(line.text) && line.text.length >= 12 && !line.text.includes('|'))
    );
  });
}
