import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import { ContactField } from './fields.ts';
import { WITH_UNIT } from './words.ts';
import { workOrder, type Contact, type WorkOrder } from './work-order.ts';

/** Clocks of different machines disagree a little. */
const TOLERANCE = 5 * MS_PER_MINUTE;

interface Said {
  readonly at: Instant;
  readonly how: string;
  readonly withCaller: boolean;
  readonly note?: string | undefined;
}
export function contactOf(said: Said, now: Instant): Contact {
  if (millis(said.at) > millis(now) + TOLERANCE)
    refuse(
      'hotline.contact-in-future',
      {},
      { fields: [{ path: 'contacted.at', message: '联系时间不能晚于现在' }] },
    );
  return {
    at: said.at,
    how: said.how,
    withCaller: said.withCaller,
    ...(said.note ? { note: said.note } : {}),
  };
}

/**
 * Whether the rule "no reply without contact" is kept: the caller was reached, or nobody can be (anonymous), or the
 * office stands between (confidential), or so many attempts in vain are on record.
 */
export function isContactKept(
  order: Pick<WorkOrder, 'isAnonymous' | 'isConfidential'>,
  contacts: readonly Contact[],
  failedContacts: number,
): boolean {
  if (order.isAnonymous === true || order.isConfidential === true) return true;
  return (
    contacts.some((each) => each.withCaller) ||
    contacts.filter((each) => !each.withCaller).length >= failedContacts
  );
}

/** 登记联系 — an attempt to reach the caller, also one in vain. */
export const logContact = action(workOrder, {
  name: 'log-contact',
  title: '登记联系',
  may: { 'hotline.handler': 'handler', 'hotline.agent': 'place' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({ contacted: ContactField }),
  decide({ order, input, now }) {
    const contacts = [...(order.contacts ?? []), contactOf(input.contacted, now)];
    return {
      state: order.state,
      contacts,
      isContacted: contacts.some((each) => each.withCaller) ? true : null,
    };
  },
});
