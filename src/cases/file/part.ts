import type { Part } from '#lib/part.ts';
import { clocked, clockOf } from '#calendar/index.ts';
import { caseRules } from '../rules.ts';
import { IN_EXAMINATION } from '../words.ts';
import { accept } from './accept.ts';
import { applyOnline } from './apply-online.ts';
import { apply } from './apply.ts';
import { caseFile } from './case-file.ts';
import { correctOnSpot } from './correct-on-spot.ts';
import { askCorrection, supplyCorrection } from './correction.ts';
import { identify } from './identify.ts';
import { grant, refuseCase } from './decide.ts';
import { decline } from './decline.ts';
import { deemAccepted, deemLoop, wholeAt } from './deem-accepted.ts';
import { deliver, issue } from './deliver.ts';
import { terminate, withdraw, withdrawOwn } from './end.ts';
import { handle } from './handle.ts';
import { keepResult } from './keep-result.ts';
import { addPapers, receive } from './receive.ts';
import { recountDelivered, recountLoop } from './recount-delivered.ts';
import { unmaskApplicant } from './unmask.ts';

/** The case itself and its straight course. */
export const filePart: Part = {
  nouns: [caseFile],
  actions: [
    apply,
    applyOnline,
    handle,
    receive,
    addPapers,
    correctOnSpot,
    askCorrection,
    supplyCorrection,
    accept,
    deemAccepted,
    decline,
    grant,
    refuseCase,
    issue,
    deliver,
    withdraw,
    withdrawOwn,
    terminate,
    identify,
    unmaskApplicant,
    recountDelivered,
    keepResult,
  ],
  settings: [caseRules],
  loops: [deemLoop, recountLoop],
  clocks: [
    clocked(caseFile, {
      open: IN_EXAMINATION,
      due: 'legalDueAt',
      because: 'legalDueBecause',
      clock: (row) => row.legalClock,
    }),
    clocked(caseFile, {
      name: 'recompute-promise',
      title: '重算承诺期限',
      open: IN_EXAMINATION,
      due: 'promisedDueAt',
      because: 'promisedDueBecause',
      clock: (row) => row.promisedClock,
    }),
    clocked(caseFile, {
      name: 'recompute-tell-by',
      title: '重算一次性告知期限',
      open: ['applied', 'received'],
      due: 'tellByAt',
      clock: (row) =>
        row.tellByAt === null || row.tellDays === null
          ? null
          : clockOf(wholeAt(row), { amount: row.tellDays, unit: 'working-day' }),
    }),
    clocked(caseFile, {
      name: 'recompute-correct-by',
      title: '重算补正期限',
      open: ['correcting'],
      due: 'correctBy',
      clock: ({ correctionAskedAt, correctDays }) =>
        correctionAskedAt === null || correctDays === null
          ? null
          : clockOf(correctionAskedAt, { amount: correctDays, unit: 'working-day' }),
    }),
    clocked(caseFile, {
      name: 'recompute-issue',
      title: '重算送达期限',
      open: ['granted', 'refused', 'issued'],
      due: 'issueDueAt',
      onlyWith: 'issueClock',
      clock: (row) => row.issueClock,
    }),
  ],
};
