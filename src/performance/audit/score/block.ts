import { divide, fraction, minus, plus, sum, times, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import { gradeOf } from '#performance/rules/index.ts';
import type { ScoreBlock } from '../audit.ts';
import type { Reading } from '../reading.ts';
import {
  claimedGrade,
  claimedTotals,
  gradeWord,
  scaleOf,
  type ClaimedGrade,
  type ClaimedTotal,
} from './claims.ts';
import { evaluateRow, type EvaluatedRow } from './evaluate.ts';
import type { ScoreSheet } from './sheet.ts';

/** A score sheet worked through, for the block of the audit and for the findings. */
export interface ScoredSheet {
  readonly sheet: ScoreSheet;
  readonly rows: readonly EvaluatedRow[];
  readonly totals: readonly ClaimedTotal[];
  readonly grade: ClaimedGrade | undefined;
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
  const totals = claimedTotals(sheet, facts, statements);
  const grade = claimedGrade(tables, paragraphs);
  const full = sheet.total?.full?.value ?? sum(sheet.rows.map((row) => row.full ?? zero));
  const claimed = totals[0]?.value ?? sum(rows.map((row) => row.claimed));
  const recomputed = minus(claimed, lost(rows));
  const block = blockOf({ rows, grade, full, claimed, recomputed, scale: scaleOf(paragraphs, tables) });
  return { sheet, rows, totals, grade, full, claimed, recomputed, block };
}

const lost = (rows: readonly EvaluatedRow[]): Fraction =>
  sum(
    rows
      .filter((row) => row.status === 'contradicts')
      .map((row) => minus(row.claimed, row.recomputed ?? row.claimed)),
  );

interface Parts {
  readonly rows: readonly EvaluatedRow[];
  readonly grade: ClaimedGrade | undefined;
  readonly full: Fraction;
  readonly claimed: Fraction;
  readonly recomputed: Fraction;
  readonly scale: ReturnType<typeof scaleOf>;
}

function blockOf({ rows, grade, full, claimed, recomputed, scale }: Parts): ScoreBlock {
  const open = rows.filter((row) => row.status === 'no-figure');
  const judged = rows.filter((row) => row.status === 'judged');
  const points = (some: readonly EvaluatedRow[]): Fraction => sum(some.map((row) => row.claimed));
  const low = minus(recomputed, points(open));
  const high = plus(recomputed, lost(rows.filter((row) => row.question !== '')));
  const inHundred = (value: Fraction): Fraction =>
    full.num === 0n ? value : times(divide(value, full), fraction(100));
  const named = (value: Fraction): string | null => {
    const name = gradeOf(inHundred(value), scale);
    return name === undefined ? null : (gradeWord(name) ?? name);
  };
  return {
    full: toDecimal(full),
    claimed: toDecimal(claimed),
    recomputed: toDecimal(recomputed),
    range: { low: toDecimal(low), high: toDecimal(high) },
    grade: { claimed: grade?.grade ?? named(claimed), recomputed: named(recomputed), scale: scale.source },
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
