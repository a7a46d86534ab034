import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { trying } from './attempts.ts';
import { codeDigest } from './letter-code.ts';
import { promisedOn, standingOf, type Standing } from './standing.ts';
import { isSame, ticketFor } from './ticket.ts';
import { findLock, getLetter, type Letter } from './views/followed.ts';

type Following = Pick<App, 'db' | 'query' | 'suite' | 'now' | 'held'>;
export interface FollowedLetter {
  readonly letter: Letter;
  readonly standing: Standing;
  /** For the forms on its page; see ticket.ts. */
  readonly ticket: string;
}

/** The letter as its writer may see it now. */
export async function openLetter(app: Following, id: string): Promise<FollowedLetter> {
  const letter = await getLetter(app.db, id);
  const standing = standingOf(letter, app.now(), promisedOn(app, letter));
  return { letter, standing, ticket: ticketFor(app, id) };
}

/**
 * Follows a letter by its number and the last four digits of the phone, or the code of an anonymous one. A number that
 * does not exist and a wrong secret are one answer after the same work, and both count as a try.
 */
export async function followLetter(
  app: Following,
  asked: { readonly number: string; readonly secret: string; readonly address: string },
): Promise<FollowedLetter> {
  const number = asked.number.normalize('NFKC').trim().toUpperCase();
  const secret = asked.secret.normalize('NFKC').trim();
  const succeeded = await trying(app, { kind: 'follow', subject: number, address: asked.address });
  const lock = await findLock(app.db, number);
  const byCode = isSame(lock?.code ?? '', codeDigest(app.suite, secret));
  const byDigits = /^\d{4}$/.test(secret) && isSame(lock?.mask?.slice(-4) ?? '', secret);
  if (!lock || !(byCode || byDigits)) return refuse('hotline.letter-not-found');
  await succeeded();
  return openLetter(app, lock.id);
}
