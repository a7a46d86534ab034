import type { Figure } from '../text/figure.ts';
import { isMeasure } from '../text/units.ts';
import { sameUnit } from './growth-finding.ts';

/** Households and enterprises may be counted together; hectares, kilometres and tonnes only with their like. */
export const isOfOneMeasure = (a: Figure, b: Figure): boolean =>
  sameUnit(a, b) || !(isMeasure(a.unit) || isMeasure(b.unit));
