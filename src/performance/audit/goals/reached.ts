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
  if (same.length > 0) return same.length === 1 ? same[0]?.figure : undefined;
  // 再犯罪率0: nothing is nothing in any unit.
  const [only, ...others] = figuresIn(text);
  const isNothing = only?.figure.value.num === 0n && only.figure.unit.text === '' && others.length === 0;
  return isNothing && goal.wanted ? { ...only.figure, unit: goal.wanted.unit } : undefined;
}
