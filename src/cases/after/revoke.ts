import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { permit } from '#lib/action/permission.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { barNeeds, barredFor } from '../bar/record.ts';
import { IMPROPER } from '../bar/words.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { DECIDING, HEADING } from '../halt/agreed.ts';
import { letterNeeds, refuseUncovered } from '../powers/powered.ts';
import { formerNeeds, lengtheningFalls } from '../renewal/fall.ts';
import type { AskedRevocation } from './words.ts';

const DECIDED = ['granted', 'issued', 'completed'] as const;

/** 提出撤销 — a grant that should not have been, with its reason and basis; nothing changes until another person revokes it. */
export const askRevocation = action(caseFile, {
  name: 'ask-revocation',
  title: '提出撤销决定',
  about: '写明撤销的理由和法律依据，由准予决定人以外的另一位首席代表或负责人撤销；撤销前结果仍然有效',
  may: DECIDING,
  from: DECIDED,
  to: DECIDED,
  input: Type.Object({
    reason: Reason('撤销理由'),
    basis: Type.String({ title: '撤销依据', minLength: 4, maxLength: 300, pattern: '\\S' }),
    obtained: Type.Optional(oneOf(IMPROPER, '以不正当手段取得（不是的不填）')),
  }),
  decide({ caseFile: mine, input, by, now }) {
    if (mine.outcome !== 'granted') refuse('cases.not-granted');
    refuseConflict(mine, by);
    if (mine.askedRevocation !== null) refuse('cases.revocation-pending');
    const { reason, basis, obtained = null } = input;
    return {
      state: mine.state,
      askedRevocation: { reason, basis: basis.trim(), obtained, askedAt: now, askedBy: by.id },
    };
  },
});

/** 不同意撤销 — the grant stands; also for whoever asked by mistake. */
export const declineRevocation = action(caseFile, {
  name: 'decline-revocation',
  title: '不同意撤销决定',
  about: '不同意已提出的撤销，或由提出人收回；准予决定照旧有效',
  may: DECIDING,
  from: DECIDED,
  to: DECIDED,
  input: Type.Object({ reason: Reason() }),
  when: (row) => row.askedRevocation !== null,
  decide({ caseFile: mine, by }) {
    refuseConflict(mine, by);
    return { state: mine.state, askedRevocation: null };
  },
});

/** The wish, by another person than who now agrees. Refuses one’s own wish. */
function getAsked({ askedRevocation: asked }: CaseFile, by: { readonly id: string }): AskedRevocation {
  if (asked === null) return refuse('cases.revocation-not-asked');
  if (asked.askedBy === by.id) refuse('cases.same-person', { first: '提出人', second: '撤销人' });
  return asked;
}

/**
 * 撤销 — a grant that should not have been, by the body that decided (行政许可法 69): asked for by one person and done by the head or
 * another chief with a letter, who is not the one that granted it.
 */
export const revoke = action(caseFile, {
  name: 'revoke',
  title: '撤销决定',
  about: '同意另一人提出的撤销；结果文书随之失效。准予决定人不能自己撤销，负责人除外',
  may: DECIDING,
  from: DECIDED,
  to: ['revoked'],
  input: Type.Object({}),
  needs: { ...letterNeeds, ...barNeeds, ...formerNeeds },
  when: (row) => row.askedRevocation !== null,
  decide(given) {
    const { caseFile: mine, by, now, tree } = given;
    refuseConflict(mine, by);
    const asked = getAsked(mine, by);
    if (permit(HEADING, by, mine, tree) !== 'allowed') {
      if (mine.decidedBy === by.id) refuse('cases.same-person', { first: '准予决定人', second: '撤销人' });
      refuseUncovered(mine, given);
    }
    const { patch, writes } = barredFor(asked.obtained ?? undefined, given);
    const revoked = {
      state: 'revoked',
      askedRevocation: null,
      revokedAt: now,
      revokedBecause: asked.reason,
      revokedBasis: asked.basis,
      endedAt: mine.endedAt ?? now,
    } as const;
    return [{ ...revoked, ...patch }, ...writes, ...lengtheningFalls(given)];
  },
});
