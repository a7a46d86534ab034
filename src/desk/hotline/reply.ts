import { isDayWritten } from './day.ts';
import type { Contact, Order } from './model.ts';

export interface Promised {
  text: string;
  /** A day, or nothing yet. */
  on: string;
}
interface Said {
  readonly text: string;
  readonly contacted: {
    readonly at: string;
    readonly how: string;
    readonly withCaller: boolean;
    readonly note: string;
  } | null;
  readonly promises: readonly Promised[];
}
/** A reply as the API takes it: what was left empty is not sent. */
export function replyBody({ text, contacted, promises }: Said): Readonly<Record<string, unknown>> {
  const { note = '', ...contact } = contacted ?? {};
  const promised = promises.filter((each) => each.text.trim() !== '' || isDayWritten(each.on));
  return {
    text,
    ...(contacted === null ? {} : { contacted: { ...contact, ...(note.trim() === '' ? {} : { note }) } }),
    ...(promised.length > 0 ? { promises: promised } : {}),
  };
}

/** The contacts of this round: what was spoken about an earlier answer does not count for the next. */
export function contactsOfRound({ contacts, clock }: Pick<Order, 'contacts' | 'clock'>): readonly Contact[] {
  const began = clock ? Math.floor(Date.parse(clock.startAt) / 60_000) * 60_000 : 0;
  return (contacts ?? []).filter(({ at }) => Date.parse(at) >= began);
}
/** The office alone knows whom to call. */
export const isThroughOffice = (order: Pick<Order, 'isAnonymous' | 'isConfidential'>): boolean =>
  order.isConfidential === true && order.isAnonymous !== true;

/** What the rule of contact wants of this order, in a sentence; empty when it is already kept. */
export function missingContact(
  order: Pick<Order, 'isAnonymous' | 'isConfidential' | 'contacts' | 'clock'>,
): string {
  if (order.isAnonymous) return '匿名诉求，无须联系。';
  const isReached = contactsOfRound(order).some((each) => each.withCaller);
  if (isThroughOffice(order))
    return isReached
      ? '热线办公室已经联系到诉求人，可以答复。'
      : '保密诉求：请先“经热线办公室联系”，办公室登记联系后才能答复。';
  if (isReached) return '本轮已有联系到本人的记录，可以直接答复。';
  return '答复前须联系诉求人；多次联系不上的，逐次登记后也可以答复。';
}
