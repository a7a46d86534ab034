import { clocked } from '#calendar/index.ts';
import type { Part } from '#lib/part.ts';
import { caseFile } from '../file/case-file.ts';
import { elsewhereMeasures } from './measures.ts';
import { recordElsewhere, updateElsewhere } from './record.ts';
import { elsewhereRoutes } from './routes.ts';
import './refusals.ts';

/** What other systems handle: imported by number, clocked by our limits, counted apart. */
export const elsewherePart: Part = {
  actions: [recordElsewhere, updateElsewhere],
  measures: elsewhereMeasures,
  routes: elsewhereRoutes,
  clocks: [
    clocked(caseFile, {
      name: 'recompute-elsewhere-due',
      title: '重算外部系统办件法定期限',
      open: ['elsewhere'],
      due: 'legalDueAt',
      because: 'legalDueBecause',
      clock: (row) => (row.decidedAt === null && row.endedAt === null ? row.legalClock : null),
    }),
    clocked(caseFile, {
      name: 'recompute-elsewhere-promise',
      title: '重算外部系统办件承诺期限',
      open: ['elsewhere'],
      due: 'promisedDueAt',
      because: 'promisedDueBecause',
      clock: (row) => (row.decidedAt === null && row.endedAt === null ? row.promisedClock : null),
    }),
  ],
};
