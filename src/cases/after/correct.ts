import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { decisionCorrection, type DecisionCorrection } from './decision-correction.ts';

/** 更正决定 — a slip in what was decided is put down with its reason; nothing changes until a second person agrees. */
export const correctDecision = action(caseFile, {
  name: 'correct-decision',
  title: '更正决定',
  about: '更正文书号、有效期或决定文字中的差错，不改变准予或不予；须由另一人复核',
  may: { 'cases.decider': 'department' },
  from: ['granted', 'refused', 'issued', 'completed'],
  to: ['granted', 'refused', 'issued', 'completed'],
  input: Type.Object({
    reason: Reason('更正理由'),
    resultNumber: Type.Optional(
      Type.String({ title: '更正后的文书号', minLength: 2, maxLength: 60, pattern: '\\S' }),
    ),
    validUntil: Type.Optional(Type.Unsafe<Day>(Type.String({ title: '更正后的有效期', format: 'date' }))),
    decisionText: Type.Optional(Reason('更正后的决定文字')),
  }),
  decide({ caseFile: mine, input, by, now }) {
    const { reason, ...said } = input;
    if (Object.values(said).every((each) => each === undefined)) refuse('cases.nothing-corrected');
    refuseConflict(mine, by);
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
): Partial<CaseFile> {
  return {
    corrections: (file.corrections ?? 0) + 1,
    ...(resultNumber === null ? {} : { resultNumber }),
    ...(validUntil === null ? {} : { validUntil }),
    ...(decisionText === null ? {} : { reason: decisionText }),
  };
}

/** 复核更正 — the second person; what stood before remains in the ledger. */
export const makeCorrection = action(decisionCorrection, {
  name: 'make',
  title: '同意更正',
  may: { 'cases.decider': 'department', 'cases.sealer': 'department' },
  from: ['proposed'],
  to: ['made'],
  input: Type.Object({}),
  decide({ correction: mine, caseFile: file, by, now }) {
    if (file.decidedAt === null || file.state === 'revoked') refuse('cases.no-decision');
    refuseProposer(mine, by);
    refuseConflict(file, by);
    return [
      { state: 'made', settledAt: now, settledBy: by.id },
      change(caseFile, file, corrected(mine, file)),
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
