import {
  absolute,
  compare,
  divide,
  fraction,
  min,
  minus,
  plus,
  ratio,
  times,
  toDecimal,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import {
  defaultSettings,
  isReachable,
  parseRule,
  scoreRule,
  type Implied,
  type ParsedRule,
  type Rule,
  type Scored,
} from '#performance/rules/index.ts';
import type { RowStatus } from '../audit.ts';
import type { Fact } from '../facts/fact.ts';
import type { Table } from '../tables/table.ts';
import { candidatesFor, withNotes, type Candidate } from './candidates.ts';
import type { Input } from './input.ts';
import { metricsOf } from '#performance/rules/index.ts';
import { isComputable } from './metrics-of.ts';
import { rateBeside, type RateBeside } from './rate-beside.ts';
import type { Figure } from '../text/figure.ts';
import { isSaidInWords, saidByRow } from './row-says.ts';
import type { SheetRow } from './sheet.ts';
import { withoutFigure } from './without-figure.ts';

/** A row of the sheet against its own rule. */
export interface EvaluatedRow {
  readonly row: SheetRow;
  readonly parsed: ParsedRule | undefined;
  readonly status: RowStatus;
  readonly claimed: Fraction;
  readonly recomputed: Fraction | undefined;
  readonly because: string;
  readonly inputs: readonly Input[];
  /** A contradiction that one more fact could lift. */
  readonly question: string;
  /** What the score says about the figure that is not given. */
  readonly implied: Implied | undefined;
  /** Empty, or why this score cannot occur under the rule at all. */
  readonly unreachable: string;
  /** The figures of the document give another rate than the row. */
  readonly beside: RateBeside | undefined;
}

type Source = { readonly facts: readonly Fact[]; readonly tables: readonly Table[] };

export function evaluateRow(row: SheetRow, source: Source): EvaluatedRow | undefined {
  const { claimed, full } = row;
  if (!claimed) return undefined;
  const base = {
    row,
    claimed,
    recomputed: undefined,
    inputs: [],
    question: '',
    implied: undefined,
    unreachable: '',
    beside: undefined,
  } as const;
  if (full && compare(claimed, full) > 0 && row.standing === 'counted') {
    const because = `得分${toDecimal(claimed)}大于分值${toDecimal(full)}`;
    return { ...base, parsed: undefined, status: 'contradicts', recomputed: full, because };
  }
  if (full && row.execution)
    return { ...base, parsed: undefined, ...byExecution(row.execution, full, claimed) };
  if (!full || row.rule === '')
    return {
      ...base,
      parsed: undefined,
      status: 'judged',
      because: row.rule === '' ? '表中没有评分标准，由评价人员判断' : '表中没有分值',
    };
  return { ...base, ...byRule(row, { claimed, full }, source) };
}

interface Points {
  readonly claimed: Fraction;
  readonly full: Fraction;
}

/** By its printed rule, with the figures of the document. */
function byRule(row: SheetRow, { claimed, full }: Points, source: Source) {
  const parsed = parseRule(row.rule, {
    full: toDecimal(full),
    name: row.name,
    ...(row.definition === '' ? {} : { definition: row.definition }),
  });
  const reach = isReachable(parsed.rule, claimed);
  const unreachable = reach.reachable ? '' : reach.because;
  if (!isComputable(parsed.rule))
    return {
      parsed,
      status: 'judged' as const,
      because: '按条目、例数或实际情况评定，由评价人员判断',
      unreachable,
    };
  const scored = candidatesFor(row, parsed.rule, source).map((candidate) => ({
    candidate,
    scored: scoreRule(parsed.rule, { figures: candidate.figures }, defaultSettings),
  }));
  const score = { claimed, slack: slackOf(row, parsed.rule) };
  const best = bestOf(scored, score);
  if (!best) {
    const own = outcomeOfRow(row, parsed.rule, score);
    if (own) return { parsed, ...own, unreachable };
    if (isSaidInWords(row, full, claimed))
      return {
        parsed,
        status: 'judged' as const,
        because: '该行说明以文字写明，由评价人员判断',
        unreachable,
      };
    return {
      ...withoutFigure(parsed, claimed, withNotes(row, source)),
      parsed,
      status: 'no-figure' as const,
      unreachable,
    };
  }
  return {
    parsed,
    ...outcome(best, score),
    unreachable,
    beside: rateBeside(row, parsed.rule, source),
  };
}

/** 执行率 × 分值, never above 分值; how the product is rounded no form says, so one unit of its last digit is allowed. */
function byExecution(rate: Figure, full: Fraction, claimed: Fraction) {
  const share = min(divide(rate.value, fraction(100)), fraction(1));
  const points = times(share, full);
  const agrees = compare(absolute(minus(points, claimed)), fraction('0.1')) < 0;
  const because = `${rate.printed}% × ${toDecimal(full)} = ${toDecimal(points, 4)}`;
  const status: RowStatus = agrees ? 'agrees' : 'contradicts';
  return {
    status,
    recomputed: agrees ? claimed : asPrinted(points),
    because,
    question: agrees ? '' : '本表是否按执行率乘以分值计分',
  };
}

/** No sheet prints more than two decimals. */
const asPrinted = (points: Fraction): Fraction => fraction(toDecimal(points, 2));

interface Try {
  readonly candidate: Candidate;
  readonly scored: Scored;
}
type Computed = Extract<Scored, { status: 'computed' }>;
interface Success {
  readonly candidate: Candidate;
  readonly scored: Computed;
}

/** Points as printed, and how far a printed number of their kind may stand from the exact one. */
interface Score {
  readonly claimed: Fraction;
  readonly slack: Fraction;
}

/** 得分 = 率 × 分值 is rounded where it is printed: one unit of its last digit, half a point where it has none. */
const slackOf = (row: SheetRow, rule: Rule): Fraction =>
  rule.kind !== 'formula'
    ? zero
    : row.decimals === 0
      ? ratio(1n, 2n)
      : ratio(1n, 10n ** BigInt(row.decimals));

/** Of several stated figures, the one that bears the claim out; a claim is only wrong when none does. */
function bestOf(tries: readonly Try[], score: Score): Success | undefined {
  const computed = tries.flatMap(({ candidate, scored }): Success[] =>
    scored.status === 'computed' ? [{ candidate, scored }] : [],
  );
  return computed.find(({ scored }) => fits(scored, score)) ?? computed[0];
}

/** Some admissible reading of the open questions gives exactly what is claimed, or lies around it. */
const fits = (scored: Computed, { claimed, slack }: Score): boolean =>
  compare(plus(claimed, slack), scored.range.low) >= 0 &&
  compare(minus(claimed, slack), scored.range.high) <= 0;

function outcome({ candidate, scored }: Success, score: Score) {
  const { claimed } = score;
  const agrees = fits(scored, score);
  const notes = candidate.inputs.map((input) => input.note).filter((note) => note !== '');
  const working = [...scored.because.map((step) => step.text), ...notes].join('；');
  // The reading kindest to the unit: the sum is then at most this.
  const kindest = compare(claimed, scored.range.high) > 0 ? scored.range.high : scored.range.low;
  const recomputed = agrees ? claimed : asPrinted(kindest);
  const status: RowStatus = agrees ? 'agrees' : 'contradicts';
  const question = agrees
    ? ''
    : candidate.inputs
        .map((input) => input.question)
        .filter((each) => each !== '')
        .join('；');
  return { status, recomputed, because: working, inputs: candidate.inputs, question };
}

/** What the row says without the name of its indicator speaks for its score, never against it. */
function outcomeOfRow(row: SheetRow, rule: Rule, score: Score) {
  const tried = saidByRow(row, metricsOf(rule)).map((candidate) => ({
    candidate,
    scored: scoreRule(rule, { figures: candidate.figures }, defaultSettings),
  }));
  const best = bestOf(tried, score);
  return best && fits(best.scored, score) ? outcome(best, score) : undefined;
}
