import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese, instantOf, millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import { coverIn, speakerNeeds, type Cover } from '../covering/cover.ts';
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
type Round = Pick<WorkOrder, 'clock' | 'registeredAt' | 'handler' | 'handedAt'>;
type Known = Pick<WorkOrder, 'isAnonymous' | 'isConfidential'>;

/**
 * Since when the caller can have been contacted about this round by the unit that has it: the round's dispatch, reopening
 * or rework by the city, or when that unit was given it.
 */
function roundBegan({ clock, registeredAt, handedAt }: Round): number {
  const began = millis(clock?.startAt ?? registeredAt);
  return handedAt === null ? began : Math.max(began, millis(handedAt));
}
/** The unit that a contact was made for. */
export const contactUnit = ({ handler }: Pick<WorkOrder, 'handler'>): { readonly unit?: string } =>
  handler === null ? {} : { unit: handler };

const wrongTime = (code: string, message: string, facts = {}): never =>
  refuse(code, facts, { fields: [{ path: 'contacted.at', message }] });

/** Only the office knows the number of a caller who must stay unknown; a unit asks through it. */
const isOfOffice = (by: Person): boolean => by.grants.some(({ role }) => role === 'hotline.agent');

/**
 * The contact as it is kept, in words that a unit may read. People say by the minute when they telephoned, and their
 * clocks are ahead: it is kept neither before its round nor after now, so that what is kept is of one round exactly.
 * Refuses a time to come, one before the round began, and a unit that cannot know whom it called.
 */
export function contactOf(
  said: Said,
  { order, by, now, cover }: { order: Round & Known; by: Person; now: Instant; cover: Cover },
): Contact {
  if (order.isConfidential === true && order.isAnonymous !== true && !isOfOffice(by))
    refuse('hotline.contact-by-office');
  const at = millis(said.at);
  if (at > millis(now) + TOLERANCE) wrongTime('hotline.contact-in-future', '联系时间不能晚于现在');
  const began = roundBegan(order);
  const isByMinute = at % MS_PER_MINUTE === 0;
  if (at < (isByMinute ? began - (began % MS_PER_MINUTE) : began)) {
    const since = formatChinese(instantOf(began));
    wrongTime('hotline.contact-too-early', `应在 ${since} 之后`, { since });
  }
  return {
    at: instantOf(Math.min(Math.max(at, began), millis(now))),
    how: cover.note(said.how),
    ...contactUnit(order),
    withCaller: said.withCaller,
    ...(said.note ? { note: cover.note(said.note) } : {}),
  };
}

/** Attempts that lie apart: three calls within a minute are one. */
function attemptsApart(contacts: readonly Contact[], minutesApart: number): number {
  let [count, last] = [0, -Infinity];
  for (const at of contacts.map((each) => millis(each.at)).toSorted((a, b) => a - b)) {
    if (at - last < minutesApart * MS_PER_MINUTE) continue;
    [count, last] = [count + 1, at];
  }
  return count;
}

interface ContactRules {
  readonly failedContacts: number;
  readonly contactMinutesApart: number;
}
/**
 * Whether the rule "no reply without contact" is kept by this unit in this round: the caller was reached (through the office where
 * nobody else may know who it is), or nobody can be (anonymous), or so many attempts in vain, apart in time, are on record.
 */
export function isContactKept(
  order: Round & Known,
  contacts: readonly Contact[],
  { failedContacts, contactMinutesApart }: ContactRules,
): boolean {
  if (order.isAnonymous === true) return true;
  const began = roundBegan(order);
  const ofRound = contacts.filter(
    ({ at, unit }) => millis(at) >= began && (unit === undefined || unit === order.handler),
  );
  if (ofRound.some((each) => each.withCaller)) return true;
  return attemptsApart(ofRound, contactMinutesApart) >= failedContacts;
}

/** 登记联系 — an attempt to reach the caller, also one in vain. */
export const logContact = action(workOrder, {
  name: 'log-contact',
  title: '登记联系',
  about: '登记与诉求人的一次联系；要求保密的由热线办公室联系',
  may: { 'hotline.handler': 'handler', 'hotline.agent': 'place' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({ contacted: ContactField }),
  needs: speakerNeeds,
  decide({ order, input, by, now, speakers }) {
    const cover = coverIn(order, speakers);
    const contacts = [...(order.contacts ?? []), contactOf(input.contacted, { order, by, now, cover })];
    return {
      state: order.state,
      contacts,
      isContacted: contacts.some((each) => each.withCaller) ? true : null,
    };
  },
});
