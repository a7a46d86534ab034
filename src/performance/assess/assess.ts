import type { ScoreBlock } from '../audit/audit.ts';
import type { Content } from '../evaluation/evaluation.ts';
import type { FrameworkBody } from '../frameworks/row.ts';
import { settingSentences, type RuleSettings } from '../rules/index.ts';
import { contentChecks } from './checks-content.ts';
import { numberChecks } from './checks-numbers.ts';
import { scoreChecks } from './checks-score.ts';
import { figureBook } from './figure-book.ts';
import type { EvaluationFinding } from './finding.ts';
import { forecast, type Forecast } from './forecast.ts';
import { inputLayers } from './inputs.ts';
import { scoreBlock } from './score-block.ts';
import { scoreRow } from './score-row.ts';

export interface MissingInput {
  readonly path: string;
  /** Keys under which the figures would be entered, with their names. */
  readonly figures: readonly { readonly key: string; readonly name: string }[];
}
/** An evaluation judged by its own form and figures: the score by rule beside the self-score, and every question. */
export interface Assessment {
  readonly score: ScoreBlock;
  readonly findings: readonly EvaluationFinding[];
  readonly forecast: readonly Forecast[];
  readonly missing: readonly MissingInput[];
  /** Rows whose self-score differs from the rule's and therefore needs a reason. */
  readonly demandReason: readonly string[];
  readonly unscored: readonly string[];
  /** The open questions as decided, to be printed on the sheet. */
  readonly settings: readonly string[];
}
export type Form = Pick<FrameworkBody, 'rows' | 'groups'>;

const rank = { contradiction: 0, doubtful: 1, rounding: 2, consistent: 3 } as const;

/** Pure: the same content, form and settings give the same assessment anywhere, also offline in a bundle. */
export function assess(content: Content, form: Form, settings: RuleSettings = content.settings): Assessment {
  const book = figureBook(content);
  const layers = inputLayers(content, book);
  const rows = form.rows.map((row) =>
    scoreRow({ row, self: content.sheet[row.path], layers, book, settings }),
  );
  const score = scoreBlock(rows);
  const findings = [
    ...scoreChecks({ content, book, form, rows, score }),
    ...contentChecks(content, form.rows, book),
    ...numberChecks(book, Object.keys(content.figures)),
  ];
  return {
    score,
    findings: findings.toSorted((a, b) => rank[a.verdict] - rank[b.verdict]),
    forecast: forecast(rows, layers, settings),
    missing: rows
      .filter((each) => each.missingIds.length > 0)
      .map((each) => ({
        path: each.row.path,
        figures: each.missingIds.map((key, index) => ({ key, name: each.missing[index] ?? key })),
      })),
    demandReason: rows
      .filter(
        (each) => each.row.status === 'contradicts' && each.claimed && !content.sheet[each.row.path]?.reason,
      )
      .map((each) => each.row.path),
    unscored: rows.filter((each) => each.claimed === null && !each.isDropped).map((each) => each.row.path),
    settings: settingSentences(settings),
  };
}
/** Questions that weigh: what a list of reports is sorted by. */
export const majorFindings = (findings: readonly EvaluationFinding[]): number =>
  findings.filter((each) => each.severity === 'major' && each.verdict !== 'consistent').length;
