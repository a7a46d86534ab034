import { measure, rate, type Counted, type Measure } from '#lib/measure.ts';
import { caseFile } from '../file/case-file.ts';

type Spec = Parameters<typeof measure<typeof caseFile>>[1];
export type Said = Pick<Spec, 'name' | 'title' | 'basis' | 'where'>;

/**
 * Counts of cases that were ours, by the day and the place or department said; those another system told us of are counted
 * apart, never with these.
 */
export const countedBy =
  (by: 'place' | 'department') =>
  (on: Spec['on'], { name, where, ...said }: Said): Measure =>
    measure(caseFile, {
      ...said,
      name: `cases.${name}`,
      on,
      by,
      where: (row) => row.and([row('row.isElsewhere', 'is not', true), where(row)]),
    });

/** Of what was accepted in the year, by where the applicant stood. */
export const ofAccepted = (said: Said): Measure => countedBy('place')('acceptedAt', said);

export const share = (name: string, title: string, numerator: Counted, denominator: Counted) =>
  rate({
    name: `cases.${name}`,
    title,
    basis: `${numerator.title} ÷ ${denominator.title}`,
    numerator,
    denominator,
  });
