import { cellFigure, figuresIn, type Figure } from '../text/figure.ts';
import { bare } from '../text/units.ts';
import type { Goal } from './goal.ts';

/** The value reached: the only figure of the cell in the wanted unit; undefined when the cell only has words. */
export function reachedIn(goal: Goal): Figure | undefined {
  const text = goal.actual;
  const alone = cellFigure(text.replace(/^[≥≤=]/, ''), goal.wanted?.unit ?? bare);
  if (alone) return alone;
  if (text.length > 60) return undefined;
  const same = figuresIn(text).filter(
    ({ figure }) =>
      figure.unit.dimension === goal.wanted?.unit.dimension &&
      (figure.unit.text === goal.wanted.unit.text || figure.unit.dimension === 'money'),
  );
  return same.length === 1 ? same[0]?.figure : undefined;
}
