import type { Part } from '#lib/part.ts';
import { clocked } from '#calendar/index.ts';
import { askUtilities } from './ask.ts';
import { answerConnection, completeConnection, goOn, waitForUser } from './connect.ts';
import { connection } from './connection.ts';
import { utilityMeasures } from './measures.ts';
import { utilityPromises } from './promises.ts';
import './refusals.ts';

/** 公用报装: one application, up to five firms. */
export const utilitiesPart: Part = {
  nouns: [connection],
  actions: [askUtilities, answerConnection, waitForUser, goOn, completeConnection],
  measures: utilityMeasures,
  settings: [utilityPromises],
  clocks: [
    clocked(connection, {
      open: ['asked', 'answered'],
      due: 'dueAt',
      because: 'dueBecause',
      clock: (row) => row.clock,
    }),
  ],
};
