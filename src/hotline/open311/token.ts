import type { Suite } from '#lib/suite.ts';
import { isSame } from '../letters/ticket.ts';

const signature = (suite: Pick<Suite, 'fingerprint'>, number: string): string =>
  suite.fingerprint(`open311-token\n${number}`).slice(0, 22);

/** A token for the number that is told later: whoever holds it learns that one number. */
export const tokenFor = (suite: Pick<Suite, 'fingerprint'>, number: string): string =>
  `${number}-${signature(suite, number)}`;

/** The number of a token we gave; undefined for any other. */
export function numberOf(suite: Pick<Suite, 'fingerprint'>, token: string): string | undefined {
  const number = token.split('-')[0]!;
  return isSame(token, tokenFor(suite, number)) ? number : undefined;
}
