import {
  divide,
  equal,
  fraction,
  max,
  minus,
  plus,
  sum,
  times,
  toDecimal,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import { gradeOf, gradeWord, type GradeScale } from '#performance/rules/index.ts';
import type { ScoreBlock } from '../audit.ts';
import type { Reading } from '../reading.ts';
import { isOwnPeriod } from '../text/period.ts';
import { claimedGrade, claimedTotals, scaleOf, type ClaimedGrade, type ClaimedTotal } from './claims.ts';
import { evaluateRow, type EvaluatedRow } from './evaluate.ts';
import { rowSumOf } from './row-sum.ts';
import type { ScoreSheet, SheetRow } from './sheet.ts';

/** A score sheet worked through, for the block of the audit and for the findings. */
export interface ScoredSheet {
  readonly sheet: ScoreSheet;
  readonly rows: readonly EvaluatedRow[];
  readonly totals: readonly ClaimedTotal[];
  readonly grade: ClaimedGrade | undefined;
  /** What the scale gives for the claimed total. */
  readonly gradeByClaim: string | undefined;
  readonly full: Fraction;
  readonly claimed: Fraction;
  readonly recomputed: Fraction;
  readonly block: ScoreBlock;
}

export function scoreSheet(reading: Reading): ScoredSheet | undefined {
  const { sheet, facts, statements, tables, paragraphs } = reading;
  if (!sheet) return undefined;
  const rows = sheet.rows.flatMap((row) => evaluateRow(row, reading) ?? []);
  if (rows.length === 0) return undefined;
  const totals = claimedTotals(
    sheet,
    facts,
    reading.sheets.length === 1 ? ownStatements(statements, reading) : [],
  );
  const grade = claimedGrade(tables, paragraphs);
  const full = fullOf(sheet);
  const claimed = totals[0]?.value ?? sum(rows.map((row) => row.claimed));
  const recomputed = minus(summed(sheet, claimed), lost(rows));
  const named = naming(full, scaleOf(paragraphs, tables));
  const block = blockOf({ rows, grade, full, claimed, recomputed, named });
  return { sheet, rows, totals, grade, gradeByClaim: named.of(claimed), full, claimed, recomputed, block };
}

/** A total that its own rows do not come to is not what they come to. */
function summed(sheet: ScoreSheet, claimed: Fraction): Fraction {
  const rows = rowSumOf(sheet);
  return rows?.fit === 'differs' ? rows.sum : claimed;
}

/** The points that could be had: 不适用 rows are none, 加分项 stand outside. */
function fullOf({ rows, total }: ScoreSheet): Fraction {
  const fulls = (standings: readonly SheetRow['standing'][]): Fraction =>
    sum(rows.filter((row) => standings.includes(row.standing)).map((row) => row.full ?? zero));
  const stated = total?.full?.value;
  const counted = fulls(['counted']);
  if (stated && !equal(stated, fulls(['counted', 'dropped']))) return stated;
  return counted.num === 0n && stated ? stated : counted;
}

/** What the narrative says of this year. */
const ownStatements = (
  statements: Reading['statements'],
  { document, scopes }: Reading,
): Reading['statements'] =>
  statements.filter(
    ({ period, paragraph }) =>
      isOwnPeriod(period, document.year) && scopes.ofParagraph(paragraph).part === '',
  );

interface Naming {
  readonly of: (points: Fraction) => string | undefined;
  readonly source: string;
}
/** Grades of totals out of `full`, by a scale for a hundred. */
const naming = (full: Fraction, scale: GradeScale): Naming => ({
  source: scale.source,
  of: (points) => {
    const name = gradeOf(full.num === 0n ? points : times(divide(points, full), fraction(100)), scale);
    return name === undefined ? undefined : (gradeWord(name) ?? name);
  },
});

/** A row that would gain by its rule is a finding; it lifts no total, and makes up for no other row. */
const lost = (rows: readonly EvaluatedRow[]): Fraction =>
  sum(
    rows
      .filter((row) => row.status === 'contradicts')
      .map((row) => max(zero, minus(row.claimed, row.recomputed ?? row.claimed))),
  );

interface Parts {
  readonly rows: readonly EvaluatedRow[];
  readonly grade: ClaimedGrade | undefined;
  readonly full: Fraction;
  readonly claimed: Fraction;
  readonly recomputed: Fraction;
  readonly named: Naming;
}

function blockOf({ rows, grade, full, claimed, recomputed, named }: Parts): ScoreBlock {
  const open = rows.filter((row) => row.status === 'no-figure');
  const judged = rows.filter((row) => row.status === 'judged');
  const points = (some: readonly EvaluatedRow[]): Fraction => sum(some.map((row) => row.claimed));
  const low = minus(recomputed, points(open));
  const high = plus(recomputed, lost(rows.filter((row) => row.question !== '')));
  return {
    full: toDecimal(full),
    claimed: toDecimal(claimed),
    recomputed: toDecimal(recomputed),
    range: { low: toDecimal(low), high: toDecimal(high) },
    grade: {
      claimed: grade?.grade ?? named.of(claimed) ?? null,
      recomputed: named.of(recomputed) ?? null,
      scale: named.source,
    },
    unsupported: {
      rows: open.length,
      points: toDecimal(points(open)),
      full: toDecimal(sum(open.map((row) => row.row.full ?? zero))),
    },
    judged: { rows: judged.length, points: toDecimal(points(judged)) },
    rows: rows.map((row) => ({
      path: row.row.path,
      name: row.row.name,
      full: row.row.full ? toDecimal(row.row.full) : '',
      claimed: toDecimal(row.claimed),
      recomputed: row.recomputed ? toDecimal(row.recomputed) : null,
      status: row.status,
      because: row.because,
    })),
  };
}
