import type { Part } from '#lib/part.ts';
import { axisMeasures } from './axes.ts';
import { decidedMeasures } from './decided.ts';
import { howLongView } from './how-long.ts';
import { takenInMeasures } from './taken-in.ts';
import { tookCasesView } from './took-cases-view.ts';
import { tookView } from './took-view.ts';

/** The year of the counters and departments: every figure a count of records. */
export const figuresPart: Part = {
  measures: [...takenInMeasures, ...axisMeasures, ...decidedMeasures],
  views: [howLongView, tookView, tookCasesView],
};
