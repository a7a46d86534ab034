import { Type } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day } from '#lib/time.ts';
import type { Elements } from '#catalogue/index.ts';
import type { CaseFile } from './case-file.ts';

/** What every way of giving a result asks of its number and its term. */

export const ResultNumber = (title = '结果文书号') =>
  Type.String({ title, minLength: 2, maxLength: 60, pattern: '\\S' });
export const ValidUntil = (title = '有效期至') => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

/** The paper that an item ends in, or null when its decision is all there is. */
export const resultOf = (elements: Elements | undefined): string | null =>
  elements?.resultType === undefined || elements.resultType === 'none'
    ? null
    : (elements.resultName ?? '审批结果');

/** Refuses a result that would be over on the day of its decision, or before. */
export function refuseOver({ decidedAt }: Pick<CaseFile, 'decidedAt'>, until: Day | null | undefined): void {
  if (until === undefined || until === null || decidedAt === null || until > dayOf(decidedAt)) return;
  const fields = [{ path: 'validUntil', message: '应在决定日期之后' }];
  const facts = { until: formatDay(until), decided: formatDay(dayOf(decidedAt)) };
  refuse('cases.valid-before', facts, { fields });
}

/**
 * Refuses a number that another result of the item has already. `given` are the cases of the department with that number;
 * two at one moment are told apart by the unique index.
 */
export function refuseGiven(
  mine: Pick<CaseFile, 'item'> & { readonly id?: string },
  given: readonly Pick<CaseFile, 'id' | 'item' | 'number' | 'resultNumber'>[],
): void {
  const other = given.find(({ id, item }) => item === mine.item && id !== mine.id);
  if (!other) return;
  const fields = [{ path: 'resultNumber', message: `${other.number}已用` }];
  refuse('cases.number-given', { given: other.resultNumber!, number: other.number }, { fields });
}

/** Refuses a paper that ends on another day than that until which the law has renewed it: nobody gave it longer or shorter (行政许可法 50). */
export function refuseOtherEnd(
  { deemedRenewedAt, validUntil }: Pick<CaseFile, 'deemedRenewedAt' | 'validUntil'>,
  said: Day | undefined,
): void {
  if (deemedRenewedAt === null || validUntil === null || said === undefined || said === validUntil) return;
  const fields = [{ path: 'validUntil', message: '与视为延续的有效期不同' }];
  refuse('cases.renewal-end', { until: formatDay(validUntil) }, { fields });
}
