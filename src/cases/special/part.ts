import type { Part } from '#lib/part.ts';
import { clocked, clockOf } from '#calendar/index.ts';
import { keepingStep } from '../branch/keep-step.ts';
import { caseFile } from '../file/case-file.ts';
import { IN_EXAMINATION } from '../words.ts';
import { beginProcedure } from './begin.ts';
import { endProcedure } from './end.ts';
import { askHearing, askHearingOwn } from './hearing/ask.ts';
import { hearing } from './hearing/hearing.ts';
import { keepMinutes } from './hearing/minutes.ts';
import './hearing/refusals.ts';
import { hearingRules } from './hearing/rules.ts';
import { setHearingDay } from './hearing/set-day.ts';
import { tellHearingRight } from './hearing/tell.ts';
import { unmaskHeard } from './hearing/unmask.ts';
import { waiveHearing, waiveHearingOwn } from './hearing/waive.ts';
import './refusals.ts';
import { specialProcedure } from './special-procedure.ts';

/** Hearings, tests, reviews: time that is not counted. */
export const specialPart: Part = {
  nouns: [specialProcedure, hearing],
  actions: [
    beginProcedure,
    endProcedure,
    tellHearingRight,
    askHearing,
    askHearingOwn,
    waiveHearing,
    waiveHearingOwn,
    setHearingDay,
    keepMinutes,
    unmaskHeard,
  ].map(keepingStep),
  settings: [hearingRules],
  clocks: [
    clocked(hearing, {
      name: 'recompute-ask-by',
      title: '重算提出听证期限',
      open: ['told'],
      due: 'askBy',
      clock: ({ toldAt, askDays }) => clockOf(toldAt, { amount: askDays, unit: 'working-day' }),
    }),
    clocked(caseFile, {
      name: 'recompute-hearing',
      title: '重算组织听证期限',
      open: IN_EXAMINATION,
      due: 'hearingDueAt',
      onlyWith: 'hearingClock',
      clock: (row) => row.hearingClock,
    }),
  ],
};
