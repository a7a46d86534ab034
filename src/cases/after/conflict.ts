import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile } from '../file/case-file.ts';

const GROUNDS = {
  relative: '与申请人有亲属关系',
  interest: '与本件有利害关系',
  other: '有其他可能影响公正办理的关系',
} as const;
const OPEN = ['applied', 'received', 'correcting', 'accepted', 'suspended', 'granted', 'issued'] as const;

/** 申报回避 — who declares it takes no part any more: neither opinion nor decision, correction or revocation. */
export const declareConflict = action(caseFile, {
  name: 'declare-conflict',
  title: '申报回避',
  about: '申报与本件有利害关系；申报后不得参与审查和决定',
  may: {
    'cases.clerk': 'place',
    'cases.approver': 'department',
    'cases.decider': 'department',
    'cases.sealer': 'department',
  },
  from: OPEN,
  to: OPEN,
  input: Type.Object({ ground: oneOf(GROUNDS, '回避情形') }),
  decide({ caseFile: mine, input, by, now }) {
    const declared = mine.conflicts ?? [];
    if (declared.some(({ person }) => person === by.id)) refuse('cases.conflict-declared');
    return {
      state: mine.state,
      conflicts: [...declared, { person: by.id, reason: GROUNDS[input.ground], at: now }],
    };
  },
});
