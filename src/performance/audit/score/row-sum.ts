import { compare, equal, fraction, minus, sum, zero, type Fraction } from '#lib/fraction.ts';
import type { ScoreSheet } from './sheet.ts';

/** What the rows of a sheet come to, beside the total it states. */
export interface RowSum {
  readonly sum: Fraction;
  /** `asks`: only the ten points of 预算执行率 may be missing. `open`: a row without a score may hold the rest. */
  readonly fit: 'same' | 'asks' | 'differs' | 'open';
}

const TEN = fraction(10);

/** Ten points short, and no row for 预算执行率: its ten points may stand where they could not be read. */
export const mayLackExecution = ({ rows }: ScoreSheet, short: Fraction): boolean =>
  equal(short, TEN) && !rows.some((row) => row.name.includes('执行率'));

/** A cell shared by several rows counts once. */
export const fullSum = (rows: ScoreSheet['rows']): Fraction => sum(rows.map((row) => row.full ?? zero));

/** The scores of all rows against the total; undefined where the sheet states none. */
export function rowSumOf(sheet: ScoreSheet): RowSum | undefined {
  const total = sheet.total?.claimed;
  if (!total) return undefined;
  const all = sum(sheet.rows.map((row) => row.claimed ?? zero));
  if (equal(total.value, all) || isTotalBeside(sheet, total.value, all)) return { sum: all, fit: 'same' };
  const isUnscored = sheet.rows.some((row) => !row.claimed && row.standing === 'counted');
  if (isUnscored && compare(all, total.value) < 0) return { sum: all, fit: 'open' };
  const isOnlyExecution = lacksOnlyExecution(sheet, minus(total.value, all));
  return { sum: all, fit: isOnlyExecution ? (sheet.total?.withExecution ? 'same' : 'asks') : 'differs' };
}

const lacksOnlyExecution = (sheet: ScoreSheet, short: Fraction): boolean =>
  mayLackExecution(sheet, minus(sheet.total?.full?.value ?? fraction(100), fullSum(sheet.rows))) &&
  compare(short, zero) >= 0 &&
  compare(short, TEN) <= 0;

/** 加分项 may be left out of the total, or lift it no higher than the full mark. */
function isTotalBeside(sheet: ScoreSheet, total: Fraction, all: Fraction): boolean {
  const counted = sheet.rows.filter((row) => row.standing !== 'beside');
  if (counted.length === sheet.rows.length) return false;
  const full = sheet.total?.full?.value ?? fraction(100);
  return (
    equal(total, sum(counted.map((row) => row.claimed ?? zero))) ||
    (equal(total, full) && compare(all, full) > 0)
  );
}
