import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, formatDay, type Instant } from '#lib/time.ts';
import { barNeeds, barredFor } from '../bar/record.ts';
import { BEFORE_ACCEPTANCE } from '../words.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { FalsehoodField, Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';
import { refuseDeemed } from './told.ts';

/** Refuses while the applicant still may bring what was named, and when all of it came: then it must be accepted. */
function refuseTold({ state, correctBy, correctedAt }: CaseFile, now: Instant): void {
  if (correctedAt !== null) refuse('cases.must-accept', { at: formatChinese(correctedAt) });
  if (state === 'correcting' && correctBy !== null && dayOf(now) <= correctBy)
    refuse('cases.not-late-yet', { until: formatDay(correctBy) });
}

/** 不予受理 — not needed, not this body's, or not whole after the one notice; dated, in writing (行政许可法 32). */
export const decline = action(caseFile, {
  name: 'decline',
  title: '不予受理',
  about: '出具加盖专用印章、注明日期的书面凭证，写明理由；补正期限未到或已按告知补齐的，不得不予受理',
  may: { 'cases.clerk': 'place' },
  from: [...BEFORE_ACCEPTANCE],
  to: ['declined'],
  input: Type.Object({ reason: Reason('不予受理的理由'), falsehood: FalsehoodField }),
  needs: barNeeds,
  decide(given) {
    const { caseFile: mine, input, by, now } = given;
    refuseConflict(mine, by);
    refuseDeemed(mine, now);
    // What is false is not made good by bringing more papers.
    if (input.falsehood === undefined) refuseTold(mine, now);
    const { patch, writes } = barredFor(input.falsehood, given);
    const { reason } = input;
    const ended = { state: 'declined', outcome: 'declined', reason, tellByAt: null, endedAt: now } as const;
    return [{ ...ended, ...patch }, ...writes];
  },
});
