import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { compare, fraction, toDecimal, zero } from '#lib/fraction.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { Amount, Note, Path, readPoints } from '../fields.ts';
import type { FrameworkRow } from '../frameworks/row.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';
import type { SelfScore } from './parts.ts';
import '../refusals.ts';

interface TypedScore {
  readonly path: string;
  readonly points: string;
  readonly reason?: string | undefined;
}
type Sheet = Readonly<Record<string, SelfScore>>;

function fault({ points }: TypedScore, row: FrameworkRow): string | undefined {
  const read = readPoints(points);
  if (!read) return '应为数字';
  if (compare(read, zero) < 0 || compare(read, fraction(row.weight)) > 0) return `应在0和${row.weight}之间`;
  return undefined;
}

function scored(sheet: Sheet, { path, points, reason }: TypedScore): Sheet {
  const old = sheet[path];
  return {
    ...sheet,
    [path]: {
      points: toDecimal(readPoints(points)!),
      reason: reason?.trim() ?? old?.reason ?? '',
      adapted: old?.adapted ?? null,
    },
  };
}

/** 自评打分 — points within the row's weight; why they differ from the rule's is asked for at the latest on submitting. */
export const setSelfScores = action(evaluation, {
  name: 'set-self-scores',
  title: '自评打分',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    scores: Type.Array(
      Type.Object({
        path: Path,
        points: Amount('自评得分'),
        reason: Type.Optional(Note('扣分原因和其他说明', 500)),
      }),
      { title: '得分', minItems: 1, maxItems: 200 },
    ),
  }),
  needs: { form: itsForm },
  decide({ evaluation: mine, input, form, by }) {
    const rows = new Map(getForm(form).rows.map((row) => [row.path, row]));
    const faults = input.scores.flatMap((each, n): FieldFault[] => {
      const row = rows.get(each.path);
      if (!row) return [{ path: `scores.${n}.path`, message: '没有这个评分项' }];
      const message = fault(each, row);
      return message === undefined ? [] : [{ path: `scores.${n}.points`, message }];
    });
    if (faults.length > 0) refuse('performance.beyond-full', {}, { fields: faults });
    return { state: 'draft', sheet: input.scores.reduce(scored, mine.sheet), writers: asWriter(mine, by) };
  },
});
