import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note } from '../fields.ts';
import { refuseOwnWork, signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';
import { freeze } from './frozen.ts';
import { getForm, itsForm } from './needs.ts';

/** 签发 — the leader answers for the content, which is frozen by its digest. */
export const signEvaluation = action(evaluation, {
  name: 'sign',
  title: '签发',
  may: { 'performance.leader': 'organisation' },
  from: ['checked'],
  to: ['signed'],
  input: Type.Object({ opinion: Type.Optional(Note('部门（单位）意见', 500)) }),
  needs: { form: itsForm },
  decide({ evaluation: mine, input, form, by, now }) {
    refuseOwnWork(mine, by, '签发');
    return {
      state: 'signed',
      frozen: freeze(mine, getForm(form), { at: now, by: by.name }),
      signOffs: [...mine.signOffs, signOff('signed', by, now, input.opinion)],
    };
  },
});

/** The system notes which ledger entry the signature became; until then `seq` is null. */
export const noteSeal = action(evaluation, {
  name: 'note-seal',
  title: '登记签发的账本序号',
  may: { system: 'anyone' },
  hidden: true,
  from: ['signed', 'submitted', 'reviewed', 'published'],
  to: ['signed', 'submitted', 'reviewed', 'published'],
  when: (row) => row.frozen?.seq === null,
  input: Type.Object({ seq: Type.String({ title: '账本序号', pattern: '^[1-9][0-9]*$' }) }),
  decide: ({ evaluation: mine, input }) => ({
    state: mine.state,
    frozen: { ...mine.frozen!, seq: input.seq },
  }),
});
