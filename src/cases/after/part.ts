import type { Part } from '#lib/part.ts';
import {
  declareBranchConflict,
  declareConflict,
  declareFirmConflict,
  declareUnitConflict,
} from './conflict.ts';
import { correctDecision, dropCorrection, makeCorrection } from './correct.ts';
import { decisionCorrection } from './decision-correction.ts';
import { askGreen, declineGreen, flagGreen } from './green.ts';
import { longestGreen } from './green-rules.ts';
import { answerObjection, object } from './object.ts';
import { objection } from './objection.ts';
import { askRevocation, declineRevocation, revoke } from './revoke.ts';
import { unmaskObjector } from './unmask.ts';
import './refusals.ts';

/** What happens to a case beside its course: corrected, revoked, objected to, stepped aside from, hurried. */
export const afterPart: Part = {
  nouns: [decisionCorrection, objection],
  actions: [
    correctDecision,
    makeCorrection,
    dropCorrection,
    askRevocation,
    declineRevocation,
    revoke,
    object,
    answerObjection,
    unmaskObjector,
    declareConflict,
    declareBranchConflict,
    declareUnitConflict,
    declareFirmConflict,
    askGreen,
    flagGreen,
    declineGreen,
  ],
  settings: [longestGreen],
};
