import { isDayWritten } from './day.ts';
import type { Order } from './model.ts';

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

/** What the rule of contact wants of this order, in a sentence; empty when it is already kept. */
export function missingContact(order: Pick<Order, 'isAnonymous' | 'isConfidential' | 'contacts'>): string {
  if (order.isAnonymous) return '匿名诉求，无须联系。';
  if (order.isConfidential) return '保密诉求，由热线办转告，承办单位不直接联系。';
  if (order.contacts?.some((each) => each.withCaller)) return '已有联系到本人的记录，可以直接答复。';
  return '答复前须联系诉求人；多次联系不上的，逐次登记后也可以答复。';
}
