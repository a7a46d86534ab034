import { divide, fraction, max, minus, sum, times, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import type { ScoreBlock } from '../audit/audit.ts';
import { gradeOf, ministryScale } from '../rules/index.ts';
import type { RowAssessment } from './score-row.ts';

/**
 * The contract's `score`. recomputed = claimed − what the contradicting rows lose; low counts rows without a figure as
 * nothing; high takes every doubtful reading in the unit's favour.
 * 2020: 97 − 5 − 3 = 89; 89 − 26 = 63; 89 + 5 = 94.
 */
export function scoreBlock(rows: readonly RowAssessment[]): ScoreBlock {
  const counted = rows.filter((each) => !each.isDropped);
  const full = sum(rows.map((each) => fraction(each.row.full)));
  const kept = sum(counted.map((each) => fraction(each.row.full)));
  // 不适用指标不考核, 余下折算为百分制: the rest is stretched over the whole.
  const stretch = (points: Fraction): Fraction =>
    counted.length === rows.length || kept.num === 0n ? points : divide(times(points, full), kept);
  const claimed = sum(counted.map((each) => each.claimed ?? zero));
  const wrong = counted.filter((each) => each.row.status === 'contradicts');
  // A row that would gain is told, but lifts no total and makes up for no other row.
  const lost = (points: (each: RowAssessment) => Fraction): Fraction =>
    sum(wrong.map((each) => max(zero, minus(each.claimed ?? zero, points(each)))));
  const empty = counted.filter((each) => each.row.status === 'no-figure');
  const judged = counted.filter((each) => each.row.status === 'judged');
  const pointsOf = (some: readonly RowAssessment[]): Fraction =>
    sum(some.map((each) => each.claimed ?? zero));
  const recomputed = minus(
    claimed,
    lost((each) => fraction(each.row.recomputed!)),
  );
  const low = minus(
    minus(
      claimed,
      lost((each) => each.low),
    ),
    pointsOf(empty),
  );
  const high = minus(
    claimed,
    lost((each) => each.high),
  );
  const [own, byRule] = [stretch(claimed), stretch(recomputed)];
  return {
    full: toDecimal(full),
    claimed: toDecimal(own),
    recomputed: toDecimal(byRule),
    range: { low: toDecimal(stretch(low)), high: toDecimal(stretch(high)) },
    grade: {
      claimed: gradeOf(onHundred(own, full)) ?? null,
      recomputed: gradeOf(onHundred(byRule, full)) ?? null,
      scale: ministryScale.source,
    },
    unsupported: {
      rows: empty.length,
      points: toDecimal(pointsOf(empty)),
      full: toDecimal(sum(empty.map((each) => fraction(each.row.full)))),
    },
    judged: { rows: judged.length, points: toDecimal(pointsOf(judged)) },
    rows: rows.map((each) => each.row),
  };
}

const onHundred = (points: Fraction, full: Fraction): Fraction =>
  full.num === 0n ? zero : divide(times(points, fraction(100)), full);
