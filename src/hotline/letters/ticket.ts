import { timingSafeEqual } from 'node:crypto';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { millis, MS_PER_MINUTE } from '#lib/time.ts';
import type { Proof } from './proof.ts';

/** How long a page that was opened with number and digits may be acted on. */
const LASTS = 30 * MS_PER_MINUTE;
type Signing = Pick<App, 'suite' | 'now'>;
/** Which letter was opened, and by what. */
interface Opened {
  readonly id: string;
  readonly proof: Proof;
}

export const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};
const signed = ({ suite }: Pick<App, 'suite'>, text: string): string =>
  `${text}.${suite.fingerprint(`letter-ticket\n${text}`)}`;

/** What the page of a letter carries in its forms: which letter, by what proof, until when, and that we said so. Never in an address. */
export const ticketFor = (app: Signing, { id, proof }: Opened): string =>
  signed(app, `${id}.${millis(app.now()) + LASTS}.${proof}`);

/** What a ticket is for; refuses one that is forged or too old with the same words. */
export function letterOf(app: Signing, ticket: string): Opened {
  const [id = '', until = '', proof = ''] = ticket.split('.');
  if (
    !isUuid(id) ||
    !isSame(ticket, signed(app, `${id}.${until}.${proof}`)) ||
    !(Number(until) > millis(app.now()))
  )
    refuse('hotline.letter-expired');
  return { id, proof: proof as Proof };
}
