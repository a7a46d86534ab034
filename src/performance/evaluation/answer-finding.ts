import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { assess } from '../assess/assess.ts';
import { Words } from '../fields.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';
import type { FindingAnswer } from './parts.ts';
import '../refusals.ts';

const kinds: Readonly<Record<FindingAnswer['kind'], string>> = {
  corrected: '改正',
  explained: '说明',
  'not-applicable': '不适用',
};

/** 答复问题 — corrected, explained or not applicable; the finding itself goes only when the figures no longer give it. */
export const answerFinding = action(evaluation, {
  name: 'answer-finding',
  title: '答复问题',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    finding: Words('问题', 300),
    kind: oneOf(kinds, '处理方式'),
    text: Words('说明', 1000),
  }),
  needs: { form: itsForm },
  decide({ evaluation: mine, input, form, by, now }) {
    const { findings } = assess(mine, getForm(form));
    if (!findings.some((each) => each.id === input.finding)) refuse('performance.no-finding');
    const answer = { kind: input.kind, text: input.text, by: by.name, at: now };
    return {
      state: 'draft',
      answers: { ...mine.answers, [input.finding]: answer },
      writers: asWriter(mine, by),
    };
  },
});
