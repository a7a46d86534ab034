import { dayOf, type Day } from '#lib/time.ts';
import type { Act } from '../words.ts';
import type { Mandate } from './mandate.ts';

export interface Deed {
  /** An applicant's id, or the account's of a 帮代办员. */
  readonly agent: string;
  /** The item's code. */
  readonly item: string;
  readonly act: Act;
  readonly day: Day;
}
type Terms = Pick<
  Mandate,
  'agent' | 'helper' | 'extent' | 'items' | 'acts' | 'startsOn' | 'endsOn' | 'endedAt'
>;

/**
 * Whether whoever it was given to may do this on that day: for a counter, where the agent shows a document and need have no
 * account. The first and the last day belong to it, the day on which it was revoked or renounced does not. Pure; asks
 * nothing of today, so an old deed is judged as on its own day.
 */
export const mandateReaches = (mandate: Terms, { item, act, day }: Omit<Deed, 'agent'>): boolean =>
  (mandate.extent === 'all' || mandate.items.includes(item)) &&
  mandate.acts.includes(act) &&
  mandate.startsOn <= day &&
  day <= mandate.endsOn &&
  (mandate.endedAt === null || day < dayOf(mandate.endedAt));

/** The same of this agent. */
export const mandateCovers = (mandate: Terms, deed: Deed): boolean =>
  [mandate.agent, mandate.helper].includes(deed.agent) && mandateReaches(mandate, deed);
