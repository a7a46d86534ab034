import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Words } from '../fields.ts';
import { signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';

const Reason = Type.Object({ reason: Words('退回理由', 1000) });

/** 退回 — inside the department, to the writers; what was signed stays, so that what changes since can be shown beside it. */
export const returnEvaluation = action(evaluation, {
  name: 'return',
  title: '退回修改',
  may: { 'performance.checker': 'organisation', 'performance.leader': 'organisation' },
  from: ['self-scored', 'checked', 'signed'],
  to: ['draft'],
  input: Reason,
  decide: ({ evaluation: mine, input, by, now }) => ({
    state: 'draft',
    signOffs: [...mine.signOffs, signOff('returned', by, now, input.reason)],
  }),
});

/** 财政退回 — the finance office sends it back to the department with its reasons. */
export const sendBack = action(evaluation, {
  name: 'send-back',
  title: '财政退回',
  may: { 'finance.reviewer': 'region', 'finance.section': 'region' },
  from: ['submitted', 'reviewed'],
  to: ['draft'],
  input: Reason,
  decide: ({ evaluation: mine, input, by, now }) => ({
    state: 'draft',
    review: null,
    submittedAt: null,
    majorFindings: null,
    signOffs: [...mine.signOffs, signOff('returned', by, now, input.reason)],
  }),
});
