import type { Held } from '#catalogue/index.ts';
import type { Day } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';

type Granted = Pick<
  CaseFile,
  'number' | 'resultNumber' | 'basicCode' | 'outcome' | 'completedAt' | 'revokedAt' | 'validUntil'
>;

/** What the office itself gave this applicant and still holds good: never asked for again (国务院令第722号 §37). Pure. */
export function heldResults(own: readonly Granted[], today: Day): Held {
  const isGood = (each: Granted): boolean =>
    each.outcome === 'granted' &&
    each.completedAt !== null &&
    each.revokedAt === null &&
    (each.validUntil === null || each.validUntil >= today);
  const good = own
    .filter(isGood)
    .flatMap(({ basicCode, resultNumber, number }) =>
      basicCode === null ? [] : [[basicCode, resultNumber ?? number] as const],
    );
  return { results: good.map(([code]) => code), numbers: Object.fromEntries(good) };
}
