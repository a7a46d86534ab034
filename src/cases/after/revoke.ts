import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { barNeeds, barredFor } from '../bar/record.ts';
import { IMPROPER } from '../bar/words.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { letterNeeds, refuseUncovered } from '../powers/powered.ts';
import { formerNeeds, lengtheningFalls } from '../renewal/fall.ts';

/** 撤销 — a grant that should not have been, by the body that decided, with its reason and basis (行政许可法 69). */
export const revoke = action(caseFile, {
  name: 'revoke',
  title: '撤销决定',
  about: '撤销准予决定，写明理由和法律依据；结果文书随之失效',
  may: { 'cases.decider': 'department' },
  from: ['granted', 'issued', 'completed'],
  to: ['revoked'],
  input: Type.Object({
    reason: Reason('撤销理由'),
    basis: Type.String({ title: '撤销依据', minLength: 4, maxLength: 300, pattern: '\\S' }),
    obtained: Type.Optional(oneOf(IMPROPER, '以不正当手段取得（不是的不填）')),
  }),
  needs: { ...letterNeeds, ...barNeeds, ...formerNeeds },
  decide(given) {
    const { caseFile: mine, input, by, now } = given;
    if (mine.outcome !== 'granted') refuse('cases.not-granted');
    refuseConflict(mine, by);
    refuseUncovered(mine, given);
    const { patch, writes } = barredFor(input.obtained, given);
    const revoked = {
      state: 'revoked',
      revokedAt: now,
      revokedBecause: input.reason,
      revokedBasis: input.basis.trim(),
      endedAt: mine.endedAt ?? now,
    } as const;
    return [{ ...revoked, ...patch }, ...writes, ...lengtheningFalls(given)];
  },
});
