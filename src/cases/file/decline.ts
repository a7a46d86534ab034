import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, formatDay, type Instant } from '#lib/time.ts';
import { barNeeds, barredFor } from '../bar/record.ts';
import { BEFORE_ACCEPTANCE, DECLINE_GROUNDS, type DeclineGround } from '../words.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { FalsehoodField, Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';
import { refuseDeemed } from './told.ts';

interface Turned {
  readonly ground?: DeclineGround | undefined;
  readonly competentBody?: string | undefined;
}
/**
 * Refuses what no article lets a body turn away: papers that lack and were never told, or may still be brought, or all came;
 * and another body's matter without that body's name.
 */
function refuseGround(
  { state, correctBy, correctedAt }: CaseFile,
  { ground, competentBody }: Turned,
  now: Instant,
): void {
  if (ground === undefined) refuse('cases.decline-ground');
  if (correctedAt !== null) refuse('cases.must-accept', { at: formatChinese(correctedAt) });
  if (ground === 'not-competent' && competentBody === undefined)
    refuse(
      'cases.decline-where',
      {},
      { fields: [{ path: 'competentBody', message: '请写明有权办理的机关' }] },
    );
  if (ground !== 'not-corrected') return;
  if (state !== 'correcting') refuse('cases.decline-untold');
  if (correctBy !== null && dayOf(now) <= correctBy)
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
  input: Type.Object({
    ground: Type.Optional(oneOf(DECLINE_GROUNDS, '不予受理情形（隐瞒、虚假的填下一项）')),
    competentBody: Type.Optional(
      Type.String({
        title: '有权办理的机关（不属于本机关职权时填）',
        minLength: 2,
        maxLength: 120,
        pattern: '\\S',
      }),
    ),
    falsehood: FalsehoodField,
    reason: Reason('不予受理的理由'),
  }),
  needs: barNeeds,
  decide(given) {
    const { caseFile: mine, input, by, now } = given;
    refuseConflict(mine, by);
    refuseDeemed(mine, now);
    // What is false is not made good by bringing more papers.
    if (input.falsehood === undefined) refuseGround(mine, input, now);
    const { patch, writes } = barredFor(input.falsehood, given);
    const { reason, falsehood, ground } = input;
    const ended = { state: 'declined', outcome: 'declined', reason, tellByAt: null, endedAt: now } as const;
    const declined = {
      declinedGround: falsehood === undefined ? ground! : null,
      competentBody: ground === 'not-competent' ? input.competentBody!.trim() : null,
    };
    return [{ ...ended, ...declined, ...patch }, ...writes];
  },
});
