import { divide, fraction, times, toDecimal } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { ScoredSheet } from '../score/block.ts';
import { figureOf, said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from './places.ts';
import { twiceCloseness } from './closeness.ts';

const HUNDRED = fraction(100);
const CONVERTED = /折(?:算|合|成)|换算|百分制/;

/** A score converted to a hundred, where rows do not apply: 88.5 of 95 is 93.16. */
export function convertedScore(scored: ScoredSheet, statements: readonly Statement[]): readonly Finding[] {
  if (!scored.sheet.rows.some((row) => row.standing === 'dropped') || scored.full.num === 0n) return [];
  const b = times(divide(scored.claimed, scored.full), HUNDRED);
  return statements.flatMap((statement) => {
    const { figure } = statement;
    if (figure.unit.dimension !== 'score' || figure.approximate || !CONVERTED.test(tight(statement.subject)))
      return [];
    const exact = figureOf(toDecimal(b, figure.decimals), figure.unit);
    const verdict = twiceCloseness(figure, exact);
    const calc = `折算得分${said(figure)}；${toDecimal(scored.claimed)} ÷ ${toDecimal(scored.full)} × 100 = ${toDecimal(b, 2)}分`;
    const where = [placeOfStatement(statement)];
    return [
      finding({ kind: 'rate', verdict, a: figure.value, b: exact.value, unit: figure.unit, calc, where }),
    ];
  });
}
