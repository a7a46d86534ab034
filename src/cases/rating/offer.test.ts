import { expect, test } from 'vitest';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { STATES, type CaseState } from '../words.ts';
import { ratingOffer } from './offer.ts';

const at = '2020-05-11T01:00:00.000Z' as Instant;
const one = (state: CaseState, more: Partial<CaseFile> = {}): CaseFile =>
  ({ id: 'c', number: 'BJ1', state, completedAt: null, endedAt: null, ...more }) as CaseFile;

test('a rating is offered when the applicant has the answer, and not before', () => {
  expect(ratingOffer(one('completed', { completedAt: at }))).toMatchObject({ caseId: 'c', since: at });
  expect(ratingOffer(one('declined', { endedAt: at }))?.since).toBe(at);
  expect(ratingOffer(one('completed'))).toBeNull();
});

test('of all states only those that end a service offer one', () => {
  const offered = (Object.keys(STATES) as CaseState[]).filter(
    (state) => ratingOffer(one(state, { endedAt: at })) !== null,
  );
  expect(offered).toEqual(['completed', 'declined', 'terminated', 'elsewhere']);
});
