import type { Extracted } from '#documents/extracted.ts';
import type { AuditedDocument } from './audit.ts';
import { identify } from './document.ts';
import { collectFacts } from './facts/collect.ts';
import { linePairs } from './facts/line-pairs.ts';
import type { Fact } from './facts/fact.ts';
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
  const facts = [...collectFacts(tables, statements, document.year), ...pairs, ...goalFacts(goals)];
  return { document, tables, paragraphs, statements, facts, sheet, sheets, goals };
}

/** A printed scoring rule states no fact: 每少一项扣2分. */
const RULE =
  /(?:计|扣|得)\s?\d{1,3}(?:\.\d{1,2})?\s?分.{0,80}(?:扣完为止|不得分|(?:计|扣|得)\s?\d)|每(?:超过|超|减少|低于|少|增加|出现|发现).{0,30}扣\s?\d/;

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
    if (ruled.has(line.number) || RULE.test(line.text)) return false;
    return (
      inTable[line.number] !== 1 ||
      (/[，。；]/.test(line.text) && line.text.length >= 12 && !line.text.includes('|'))
    );
  });
}
