import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { branch } from '../branch/branch.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { surveyUnit } from '../survey/survey-unit.ts';
import { connection } from '../utilities/connection.ts';

const GROUNDS = {
  relative: '与申请人有亲属关系',
  interest: '与本件有利害关系',
  other: '有其他可能影响公正办理的关系',
} as const;
const OPEN = [
  'applied',
  'received',
  'correcting',
  'accepted',
  'suspended',
  'granted',
  'refused',
  'issued',
  'completed',
] as const;
const Input = Type.Object({ ground: oneOf(GROUNDS, '回避情形') });
const ABOUT = '申报与本件有利害关系；申报后不得参与审查和决定';
const NAMED = { name: 'declare-conflict', title: '申报回避', about: ABOUT, input: Input } as const;

interface Declaring {
  readonly caseFile: CaseFile;
  readonly input: { readonly ground: keyof typeof GROUNDS };
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/** Those who stay out of a case, with one more. Refuses whoever has said so before. Pure. */
function withConflict({ caseFile: { conflicts }, input, by, now }: Declaring): Pick<CaseFile, 'conflicts'> {
  const declared = conflicts ?? [];
  if (declared.some(({ person }) => person === by.id)) refuse('cases.conflict-declared');
  return { conflicts: [...declared, { person: by.id, reason: GROUNDS[input.ground], at: now }] };
}

/** 申报回避 — who declares it takes no part any more: neither opinion nor decision, correction or revocation. */
export const declareConflict = action(caseFile, {
  ...NAMED,
  may: {
    'cases.clerk': 'place',
    'cases.deliverer': 'place',
    'cases.inspector': 'place',
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.head': 'department',
    'cases.sealer': 'department',
  },
  from: OPEN,
  to: OPEN,
  decide: (given) => ({ state: given.caseFile.state, ...withConflict(given) }),
});

const OF_BRANCH = ['waiting', 'asked', 'sent-back', 'objected'] as const;
/** 申报回避 of a department that is asked and does not decide: it has the branch and not the case. */
export const declareBranchConflict = action(branch, {
  ...NAMED,
  may: { 'cases.approver': 'department', 'cases.decider': 'department' },
  from: OF_BRANCH,
  to: OF_BRANCH,
  decide: (given) => [{ state: given.branch.state }, change(caseFile, given.caseFile, withConflict(given))],
});

const OF_UNIT = ['going', 'recorded'] as const;
/** 申报回避 of whoever goes along on a survey, people of firms among them. */
export const declareUnitConflict = action(surveyUnit, {
  ...NAMED,
  may: { 'cases.approver': 'department', 'cases.decider': 'department', 'cases.utility': 'department' },
  from: OF_UNIT,
  to: OF_UNIT,
  decide: (given) => [{ state: given.unit.state }, change(caseFile, given.caseFile, withConflict(given))],
});

const OF_CONNECTION = ['asked', 'answered', 'waiting'] as const;
/** 申报回避 of a firm's person who would say whether and how it connects. */
export const declareFirmConflict = action(connection, {
  ...NAMED,
  may: { 'cases.utility': 'firm' },
  from: OF_CONNECTION,
  to: OF_CONNECTION,
  decide: (given) => [
    { state: given.connection.state },
    change(caseFile, given.caseFile, withConflict(given)),
  ],
});

/** All that is left to whoever stays out: to say so. */
export const DECLARING: ReadonlySet<unknown> = new Set([
  declareConflict,
  declareBranchConflict,
  declareUnitConflict,
  declareFirmConflict,
]);
