import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { calendarNow } from '#calendar/index.ts';
import { paused, resumed, timed } from '../clocks.ts';
import { letterNeeds, refuseUncovered } from '../powers/powered.ts';
import { caseFile } from './case-file.ts';
import { Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';

const SUSPENDED = '中止';

/** 中止 — something beyond the office's power stands in the way; both clocks stand still until it is over. */
export const suspend = action(caseFile, {
  name: 'suspend',
  title: '中止',
  may: { 'cases.decider': 'department' },
  from: ['accepted'],
  to: ['suspended'],
  input: Type.Object({ reason: Reason('中止的理由和依据') }),
  needs: { ...letterNeeds, calendar: calendarNow },
  decide(given) {
    const { caseFile: mine, calendar, by, now } = given;
    refuseConflict(mine, by);
    refuseUncovered(mine, given);
    const pause = { from: now, to: null, reason: SUSPENDED };
    const clocks = {
      legalClock: paused(mine.legalClock!, pause),
      promisedClock: paused(mine.promisedClock!, pause),
    };
    return { state: 'suspended', suspendedAt: now, ...timed(clocks, calendar) };
  },
});

/** 恢复办理 — the clocks go on with what was left. */
export const resume = action(caseFile, {
  name: 'resume',
  title: '恢复办理',
  may: { 'cases.decider': 'department' },
  from: ['suspended'],
  to: ['accepted'],
  input: Type.Object({ reason: Reason('恢复的理由') }),
  needs: { calendar: calendarNow },
  decide({ caseFile: mine, calendar, now }) {
    const began = { from: mine.suspendedAt!, reason: SUSPENDED };
    const clocks = {
      legalClock: resumed(mine.legalClock!, began, now),
      promisedClock: resumed(mine.promisedClock!, began, now),
    };
    return { state: 'accepted', suspendedAt: null, ...timed(clocks, calendar) };
  },
});
