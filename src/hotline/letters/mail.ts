import type { Action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { coveredText } from '#lib/covering/masking.ts';
import { recordedCaller } from '../covering/recorded-caller.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { trying } from './attempts.ts';
import { CITIZEN } from './citizen.ts';
import { refuseOtherChannel, type Entrance } from './entrances.ts';
import { openLetter, type FollowedLetter } from './follow.ts';
import { codeDigest, codeOf } from './letter-code.ts';
import { isNumberShown } from './proof.ts';
import { rateLetter } from './rate.ts';
import { takeBackLetter, withdrawConsent } from './take-back.ts';
import { letterOf } from './ticket.ts';
import { getLetter } from './views/followed.ts';
import { writeLetter } from './write-letter.ts';

/* What the public pages and foreign clients may do with letters; everything is done by the engine as 公众. */

type Input = Readonly<Record<string, unknown>>;
type Wish = ReturnType<typeof letterOf> & { readonly input: Input };
export interface Sent {
  readonly number: string;
  readonly promisedOn: Day | null;
  /** By which its writer shows that it is theirs; shown once. */
  readonly code: string;
}

const perform = (app: App, action: Action, more: { id: string | null; input: Input; key: string | null }) =>
  app.engine.perform({
    action,
    by: CITIZEN,
    input: validated(action.input, more.input),
    id: more.id,
    now: app.now(),
    key: more.key,
    ifMatch: null,
  });

/** The same form with other words is another letter: it is asked for once more, under a key of its own. */
function otherWords(fault: unknown): never {
  if (fault instanceof Refusal && fault.code === 'lib.key-reused') refuse('hotline.letter-sent-before');
  throw fault;
}

/**
 * Takes a letter in. `key` is of the form it was written on: the same form twice is one letter and one answer. Refuses
 * with every fault at its field, and an address that writes too much.
 */
export async function sendLetter(
  app: App,
  given: {
    readonly input: Input;
    readonly key: string;
    readonly address: string;
    readonly entrance: Entrance;
  },
): Promise<Sent> {
  await trying(app, { kind: 'write', subject: '', address: given.address });
  refuseOtherChannel(given.input['channel'], given.entrance);
  const code = codeOf(app.suite, given.key);
  const input = { ...given.input, code: codeDigest(app.suite, code) };
  const { row } = await perform(app, writeLetter, { id: null, input, key: given.key }).catch(otherWords);
  const order = row as WorkOrder;
  return { number: order.number, promisedOn: order.answerPromisedOn, code };
}

/** What a writer may do with a letter of theirs. */
export type Deed = 'rate' | 'take-back' | 'withdraw-consent';
const DEEDS: Readonly<Record<Deed, Action>> = {
  rate: rateLetter,
  'take-back': takeBackLetter,
  'withdraw-consent': withdrawConsent,
};

/** Refuses what four digits, or a number that a unit has looked at, do not prove. Consent can always be taken back by the number. */
async function mustProve(app: App, deed: Deed, { id, proof }: ReturnType<typeof letterOf>): Promise<void> {
  if (proof === 'digits') refuse('hotline.letter-needs-proof');
  if (proof === 'phone' && deed !== 'withdraw-consent' && (await isNumberShown(app, id)))
    refuse('hotline.letter-needs-code');
}

/** What a writer adds stands in the order's history, which its unit reads: of a confidential letter it is covered. */
async function heard(app: App, deed: Deed, { id, proof, input }: Wish): Promise<Input> {
  if (deed !== 'rate') return input;
  const { isConfidential } = await getLetter(app.db, id);
  const { words } = input;
  const isToCover = isConfidential === true && typeof words === 'string';
  return {
    ...input,
    proof,
    ...(isToCover ? { words: coveredText(words, await recordedCaller(app, id)) } : {}),
  };
}

/** Does what its writer wants with a letter they have opened, and answers with the letter as it is then. */
export async function actOnLetter(
  app: App,
  deed: Deed,
  given: { readonly ticket: string; readonly input: Input },
): Promise<FollowedLetter> {
  const opened = letterOf(app, given.ticket);
  await mustProve(app, deed, opened);
  const input = await heard(app, deed, { ...opened, input: given.input });
  await perform(app, DEEDS[deed], { id: opened.id, input, key: null });
  return openLetter(app, opened.id, opened.proof);
}

/** The letter of a page that is still good. */
export function openByTicket(app: App, ticket: string): Promise<FollowedLetter> {
  const { id, proof } = letterOf(app, ticket);
  return openLetter(app, id, proof);
}

/** What a writer may do with the letter as it stands, once they have proved that it is theirs. */
export function deedsOpen(app: Pick<App, 'now'>, { letter }: FollowedLetter): readonly Deed[] {
  const isOpen = (action: Action): boolean =>
    action.from!.includes(letter.state) && action.when(letter as never, app.now());
  return (Object.keys(DEEDS) as Deed[]).filter((deed) => isOpen(DEEDS[deed]));
}
