import { change, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import { hearing, type Hearing } from './hearing.ts';
import { OPEN_HEARING, type Party, type PartyKind } from './words.ts';

type Asked = { readonly row: { readonly id: string } };
/** The hearings of the case that an action is about. */
export const hearingsOf = rows(hearing, ({ row }: Asked) => ({ caseId: row.id }));

const OPEN: ReadonlySet<string> = new Set(OPEN_HEARING);
export const isOpen = ({ state }: Pick<Hearing, 'state'>): boolean => OPEN.has(state);

/** Whether it may still be asked for: to the end of the fifth working day (行政许可法 47). Pure. */
export const mayAsk = ({ askBy }: Pick<Hearing, 'askBy'>, now: Instant): boolean => dayOf(now) <= askBy;

/** The parties with what one of them wishes now. Pure. */
export const wished = (
  parties: readonly Party[],
  who: PartyKind,
  wish: Partial<Omit<Party, 'who'>>,
): readonly Party[] => parties.map((each) => (each.who === who ? { ...each, ...wish } : each));

/** Whether anybody wants it held. Pure. */
export const isWanted = (parties: readonly Party[]): boolean =>
  parties.some(({ askedAt, waivedAt }) => askedAt !== null && waivedAt === null);
/** Whether all have given it up in writing. Pure. */
export const isWaived = (parties: readonly Party[]): boolean =>
  parties.every(({ waivedAt }) => waivedAt !== null);

/**
 * Refuses a decision while somebody who was told may still ask to be heard, and before who asked was heard (行政许可法 47,
 * 48). Pure.
 */
export function refuseUnheard(all: readonly Hearing[], now: Instant): void {
  if (all.some(({ state }) => state === 'asked' || state === 'set')) refuse('cases.hearing-open');
  const told = all.find((each) => each.state === 'told' && mayAsk(each, now));
  if (told) refuse('cases.hearing-may-be-asked', { until: formatDay(told.askBy) });
}

/** Refuses a decision by who presided over a hearing of the case: they were to stand outside its examination (行政许可法 48). Pure. */
export function refusePresider(all: readonly Hearing[], by: { readonly id: string }): void {
  if (all.some(({ presider }) => presider === by.id)) refuse('cases.presider-decides');
}

/** Those for which nobody asked in time, once it is decided without. Pure. */
export const unasked = (all: readonly Hearing[], now: Instant): readonly Write[] =>
  all
    .filter(({ state }) => state === 'told')
    .map((each) => change(hearing, each, { state: 'unasked', overAt: now }));
/** Nothing waits for them any more: hearings of a case that ends before its decision. Pure. */
export const hearingsLapsed = (all: readonly Hearing[], now: Instant): readonly Write[] =>
  all.filter(isOpen).map((each) => change(hearing, each, { state: 'lapsed', overAt: now }));
