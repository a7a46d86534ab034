import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { compare, fraction, sum, toDecimal, zero } from '#lib/fraction.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { Amount, Path, readPoints, Words } from '../fields.ts';
import type { FrameworkRow } from '../frameworks/row.ts';
import { refuseOwnWork, signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';
import '../refusals.ts';

const isWithin = (points: string, row: FrameworkRow | undefined): boolean => {
  const read = readPoints(points);
  return Boolean(row && read && compare(read, zero) >= 0 && compare(read, fraction(row.weight)) <= 0);
};

/** 财政复核 — the finance office's own score row by row and its opinion; a row it leaves out keeps the self-score. */
export const reviewEvaluation = action(evaluation, {
  name: 'review',
  title: '财政复核',
  may: { 'finance.reviewer': 'region' },
  from: ['submitted'],
  to: ['reviewed'],
  input: Type.Object({
    scores: Type.Array(Type.Object({ path: Path, points: Amount('复核得分'), reason: Words('理由', 500) }), {
      title: '调整的得分',
      maxItems: 200,
    }),
    opinion: Words('复核意见', 2000),
  }),
  needs: { form: itsForm },
  decide({ evaluation: mine, input, form, by, now }) {
    refuseOwnWork(mine, by, '复核');
    const { rows } = getForm(form);
    const byPath = new Map(rows.map((row) => [row.path, row]));
    const faults = input.scores.flatMap(({ path, points }, n): FieldFault[] =>
      isWithin(points, byPath.get(path)) ? [] : [{ path: `scores.${n}.points`, message: '应在0和分值之间' }],
    );
    if (faults.length > 0) refuse('performance.beyond-full', {}, { fields: faults });
    const scores = Object.fromEntries(
      input.scores.map(({ path, points, reason }) => [
        path,
        { points: toDecimal(readPoints(points)!), reason },
      ]),
    );
    const points = rows.map((row) =>
      fraction(scores[row.path]?.points ?? mine.sheet[row.path]?.points ?? '0'),
    );
    return {
      state: 'reviewed',
      review: { scores, total: toDecimal(sum(points)), opinion: input.opinion, at: now },
      signOffs: [...mine.signOffs, signOff('reviewed', by, now, input.opinion)],
    };
  },
});
