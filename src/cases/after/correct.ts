import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseGiven, refuseOver, ResultNumber, ValidUntil } from '../file/result.ts';
import { refuseConflict } from '../file/separation.ts';
import { decisionCorrection, type DecisionCorrection } from './decision-correction.ts';

type Asked = {
  readonly row: Pick<CaseFile, 'id' | 'department'>;
  readonly input: { readonly resultNumber?: string };
};
const sameNumber = rows(caseFile, ({ row: { id, department }, input: { resultNumber } }: Asked) =>
  resultNumber === undefined ? { id } : { department, resultNumber: resultNumber.trim() },
);

const stillAsked = rows(decisionCorrection, ({ row: { id } }: Asked) => ({ caseId: id, state: 'proposed' }));

type Said = Partial<Pick<CaseFile, 'resultNumber' | 'validUntil'>>;
/** Refuses what could not have been issued: over before its decision, a number given already, or of nothing issued. */
function refuseWrong(mine: CaseFile, said: Said, given: readonly CaseFile[]): void {
  const { resultNumber = null, validUntil = null } = said;
  if ((resultNumber !== null || validUntil !== null) && mine.issuedAt === null)
    refuse('cases.nothing-issued');
  refuseOver(mine, validUntil);
  if (resultNumber !== null) refuseGiven(mine, given);
}

/** 更正决定 — a slip in what was decided is put down with its reason; nothing changes until a second person agrees. */
export const correctDecision = action(caseFile, {
  name: 'correct-decision',
  title: '更正决定',
  about: '更正文书号、有效期或决定文字中的差错，不改变准予或不予；须由另一人复核，复核前不能再提出',
  may: { 'cases.decider': 'department' },
  from: ['granted', 'refused', 'issued', 'completed'],
  to: ['granted', 'refused', 'issued', 'completed'],
  input: Type.Object({
    reason: Reason('更正理由'),
    resultNumber: Type.Optional(ResultNumber('更正后的文书号')),
    validUntil: Type.Optional(ValidUntil('更正后的有效期')),
    decisionText: Type.Optional(Reason('更正后的决定文字')),
  }),
  needs: { sameNumber, stillAsked },
  decide({ caseFile: mine, input, sameNumber: given, stillAsked: before, by, now }) {
    const { reason, ...said } = input;
    if (Object.values(said).every((each) => each === undefined)) refuse('cases.nothing-corrected');
    refuseConflict(mine, by);
    // Two that wait beside each other were each held against the decision as it was before the other.
    if (before.length > 0) refuse('cases.correction-pending', { number: before[0]!.number });
    refuseWrong(mine, said, given);
    return [
      { state: mine.state },
      create(decisionCorrection, {
        state: 'proposed',
        caseId: mine.id,
        caseNumber: mine.number,
        itemName: mine.itemName,
        department: mine.department,
        place: mine.place,
        reason,
        resultNumber: said.resultNumber?.trim() ?? null,
        validUntil: said.validUntil ?? null,
        decisionText: said.decisionText ?? null,
        proposedAt: now,
        proposedBy: by.id,
      }),
    ];
  },
});

function refuseProposer({ proposedBy }: DecisionCorrection, by: { readonly id: string }): void {
  if (proposedBy === by.id) refuse('cases.same-person', { first: '提出更正的人', second: '复核人' });
}

/** What a correction changes of its case; what it does not name stays. Pure. */
export function corrected(
  { resultNumber, validUntil, decisionText }: DecisionCorrection,
  file: CaseFile,
  now: Instant,
): Partial<CaseFile> {
  return {
    corrections: (file.corrections ?? 0) + 1,
    decisionCorrectedAt: now,
    ...(resultNumber === null ? {} : { resultNumber }),
    ...(validUntil === null ? {} : { validUntil, renewBy: null }), // The program counts the last day to renew anew.
    ...(decisionText === null ? {} : { reason: decisionText }),
  };
}

type Made = { readonly row: Pick<DecisionCorrection, 'caseId' | 'department' | 'resultNumber'> };
/** 复核更正 — the second person; what stood before remains in the ledger. */
export const makeCorrection = action(decisionCorrection, {
  name: 'make',
  title: '同意更正',
  may: { 'cases.decider': 'department', 'cases.sealer': 'department' },
  from: ['proposed'],
  to: ['made'],
  input: Type.Object({}),
  needs: {
    given: rows(caseFile, ({ row: { caseId, department, resultNumber } }: Made) =>
      resultNumber === null ? { id: caseId } : { department, resultNumber },
    ),
  },
  decide({ correction: mine, caseFile: file, given, by, now }) {
    if (file.decidedAt === null || file.state === 'revoked') refuse('cases.no-decision');
    refuseProposer(mine, by);
    refuseWrong(file, mine, given);
    refuseConflict(file, by);
    const before = {
      numberBefore: file.resultNumber,
      validUntilBefore: file.validUntil,
      textBefore: file.reason,
    };
    return [
      { state: 'made', keepsBefore: true, ...before, settledAt: now, settledBy: by.id },
      change(caseFile, file, corrected(mine, file, now)),
    ];
  },
});

/** 不予更正 — the decision says what it should; also for whoever proposed it by mistake. */
export const dropCorrection = action(decisionCorrection, {
  name: 'drop',
  title: '不予更正',
  may: { 'cases.decider': 'department', 'cases.sealer': 'department' },
  from: ['proposed'],
  to: ['dropped'],
  input: Type.Object({}),
  decide: ({ by, now }) => ({ state: 'dropped', settledAt: now, settledBy: by.id }),
});
