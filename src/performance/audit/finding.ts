import { divide, minus, toDecimal, type Fraction } from '#lib/fraction.ts';
import type { Finding, FindingKind, Place, Severity, Verdict } from './audit.ts';
import type { Unit } from './text/units.ts';

export interface Draft {
  readonly kind: FindingKind;
  readonly verdict: Verdict;
  readonly severity?: Severity;
  /** A value in base units, or words. */
  readonly a: Fraction | string;
  readonly b: Fraction | string;
  /** The unit both are printed in. */
  readonly unit?: Unit;
  /** Decimals for values that do not end; what is stated never needs it. */
  readonly decimals?: number;
  readonly calc: string;
  readonly touches?: string | null;
  readonly where: readonly Place[];
}

const SEVERE: Readonly<Record<Verdict, Severity>> = {
  contradiction: 'major',
  doubtful: 'major',
  rounding: 'minor',
  consistent: 'minor',
};

/** A finding with its numbers printed: decimals in the unit of `a`, difference a − b. */
export function finding(draft: Draft): Finding {
  const { a, b, unit, decimals = 4 } = draft;
  const print = (value: Fraction | string): string =>
    typeof value === 'string' ? value : inUnit(value, unit, decimals);
  const difference = typeof a === 'string' || typeof b === 'string' ? '' : print(minus(a, b));
  return {
    kind: draft.kind,
    verdict: draft.verdict,
    severity: draft.severity ?? SEVERE[draft.verdict],
    a: print(a),
    b: print(b),
    difference,
    calc: draft.calc,
    touches: draft.touches ?? null,
    where: draft.where,
  };
}

/** A base value as a decimal of the printed unit. */
export const inUnit = (value: Fraction, unit: Unit | undefined, decimals = 4): string =>
  toDecimal(unit ? divide(value, unit.scale) : value, decimals);
