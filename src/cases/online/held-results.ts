import type { Held } from '#catalogue/index.ts';
import type { Day } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';

type Granted = Pick<
  CaseFile,
  'number' | 'resultNumber' | 'basicCode' | 'outcome' | 'completedAt' | 'revokedAt' | 'validUntil'
>;

/** Of these cases, those whose result is out and still holds good. Pure. */
export const goodResults = <C extends Granted>(own: readonly C[], today: Day): readonly C[] =>
  own.filter(
    (each) =>
      each.outcome === 'granted' &&
      each.completedAt !== null &&
      each.revokedAt === null &&
      (each.validUntil === null || each.validUntil >= today),
  );
/** Results by 基本编码, each with the number it was given under; of several the last. Pure. */
export function heldOf(good: readonly Granted[]): Required<Pick<Held, 'results' | 'numbers'>> {
  const given = good.flatMap(({ basicCode, resultNumber, number }) =>
    basicCode === null ? [] : [[basicCode, resultNumber ?? number] as const],
  );
  return { results: given.map(([code]) => code), numbers: Object.fromEntries(given) };
}
/** What the office itself gave this applicant and still holds good: never asked for again (国务院令第722号 §37). Pure. */
export function heldResults(own: readonly (Granted & Pick<CaseFile, 'id'>)[], today: Day): Held {
  const good = goodResults(own, today);
  const sources = good.flatMap(({ basicCode, id }) => (basicCode === null ? [] : [[basicCode, id] as const]));
  return { ...heldOf(good), sources: Object.fromEntries(sources) };
}
