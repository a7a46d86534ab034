import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { assess } from '../assess/assess.ts';
import { asWriter } from './change.ts';
import { signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';
import '../refusals.ts';

const atRows = (paths: readonly string[], message: string) => ({
  fields: paths.map((path) => ({ path: `sheet.${path}`, message })),
});

/** 完成自评 — every row is scored, and every score that differs from its rule says why. */
export const submitSelfScore = action(evaluation, {
  name: 'submit-self-score',
  title: '完成自评',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['self-scored'],
  input: Type.Object({}),
  needs: { form: itsForm },
  decide({ evaluation: mine, form, by, now }) {
    const { unscored, demandReason, score } = assess(mine, getForm(form));
    if (unscored.length > 0)
      refuse('performance.unscored', { count: unscored.length }, atRows(unscored, '尚未自评'));
    if (demandReason.length > 0)
      refuse(
        'performance.demands-reason',
        { count: demandReason.length },
        atRows(demandReason, '与按规则计算的得分不一致，请填写原因'),
      );
    return {
      state: 'self-scored',
      claimedTotal: mine.claimedTotal ?? score.claimed,
      claimedGrade: mine.claimedGrade ?? score.grade.claimed,
      writers: asWriter(mine, by),
      signOffs: [...mine.signOffs, signOff('scored', by, now)],
    };
  },
});
