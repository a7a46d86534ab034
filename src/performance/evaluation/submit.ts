import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { assess, majorFindings } from '../assess/assess.ts';
import { signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';

/** 报送 — to the finance office, with what the sheet still leaves open counted on it. */
export const submitEvaluation = action(evaluation, {
  name: 'submit',
  title: '报送财政',
  may: { 'performance.writer': 'organisation', 'performance.leader': 'organisation' },
  from: ['signed'],
  to: ['submitted'],
  input: Type.Object({}),
  needs: { form: itsForm },
  decide: ({ evaluation: mine, form, by, now }) => ({
    state: 'submitted',
    submittedAt: now,
    majorFindings: majorFindings(assess(mine, getForm(form)).findings),
    signOffs: [...mine.signOffs, signOff('submitted', by, now)],
  }),
});
