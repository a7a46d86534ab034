import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { trying } from './attempts.ts';
import { jointOf, jointNote, type Joint } from './joint.ts';
import { isNumberShown, proofOf, type Proof } from './proof.ts';
import { expectedOn, standingOf, type Standing } from './standing.ts';
import { ticketFor } from './ticket.ts';
import { findLock, getLetter, type Letter } from './views/followed.ts';

type Following = Pick<App, 'db' | 'query' | 'suite' | 'now' | 'held'>;
export interface FollowedLetter {
  readonly letter: Letter;
  readonly standing: Standing;
  /** Of a letter that was merged: the order it is answered with. */
  readonly joint: Joint | null;
  readonly proof: Proof;
  /** Whether the number proves nothing more: a unit has looked at it, and rating or taking back needs the code. */
  readonly needsCode: boolean;
  /** Whether title and answer are kept back: of a confidential letter four digits show the progress alone. */
  readonly isCovered: boolean;
  /** For the forms on its page; see ticket.ts. */
  readonly ticket: string;
}

/** The letter as its writer may see it now. */
export async function openLetter(app: Following, id: string, proof: Proof): Promise<FollowedLetter> {
  const letter = await getLetter(app.db, id);
  const isCovered = proof === 'digits' && letter.isConfidential === true;
  const found = await jointOf(app, letter);
  const joint = found && isCovered ? { ...found, reply: null } : found;
  const own = standingOf(letter, app.now(), expectedOn(app, letter));
  const reply = own.word === '已答复' ? letter.reply : null;
  return {
    letter: isCovered ? { ...letter, title: '保密诉求', reply: null } : { ...letter, reply },
    standing: joint ? { ...own, note: jointNote(joint) } : own,
    joint,
    proof,
    needsCode: proof === 'phone' && (await isNumberShown(app, id)),
    isCovered,
    ticket: ticketFor(app, { id, proof }),
  };
}

/**
 * Follows a letter by its number and the last four digits of the phone, the whole phone, or its code. A number that does
 * not exist and a wrong secret are one answer after the same work, and both count as a try.
 */
export async function followLetter(
  app: Following,
  asked: { readonly number: string; readonly secret: string; readonly address: string },
): Promise<FollowedLetter> {
  const number = asked.number.normalize('NFKC').trim().toUpperCase();
  const secret = asked.secret.normalize('NFKC').trim();
  const succeeded = await trying(app, { kind: 'follow', subject: number, address: asked.address });
  const lock = await findLock(app.db, number);
  const proof = proofOf(app, lock, secret);
  if (!lock || proof === null) return refuse('hotline.letter-not-found');
  await succeeded();
  return openLetter(app, lock.id, proof);
}
