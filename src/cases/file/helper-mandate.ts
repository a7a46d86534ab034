import { Type } from 'typebox';
import { applicant, mandate, type Applicant, type Mandate } from '#applicants/index.ts';
import { alike, askedIf, find } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { refuseUncovered } from '../online/acting-for.ts';
import { isMandate } from './on-behalf.ts';
import type { Paper } from './paper.ts';

/** The number of a mandate that was registered to the clerk who now applies for its principal. */
export const HelperMandate = Type.String({
  title: '登记的委托编号（本人帮代办时填写）',
  minLength: 4,
  maxLength: 40,
  pattern: '\\S',
});

interface Said {
  readonly mandate?: string | undefined;
  readonly item: string;
  readonly applicant: { readonly idNumber?: string | undefined; readonly creditCode?: string | undefined };
}
type Asked = { readonly input: Said };
const isNamed = ({ input }: Asked): boolean => input.mandate !== undefined;
/** What must be on the table to know whether a clerk may apply for this applicant. */
export const helperNeeds = {
  registered: askedIf(
    isNamed,
    find(mandate, ({ input }: Asked) => ({ number: input.mandate!.trim() })),
    null,
  ),
  persons: alike(applicant, 'identity', ({ input }: Asked) =>
    isNamed({ input }) ? (input.applicant.idNumber?.toUpperCase() ?? null) : null,
  ),
  firms: alike(applicant, 'creditCode', ({ input }: Asked) =>
    isNamed({ input }) ? (input.applicant.creditCode ?? null) : null,
  ),
};

/** 帮代办员 of the staff, and the registered mandate by which they apply. */
export interface Helped {
  readonly agentName: string;
  readonly mandate: string;
  readonly number: string;
  readonly applicant: string;
}
interface Helping {
  readonly input: Said;
  readonly registered: Mandate | null;
  readonly persons: readonly Pick<Applicant, 'id'>[];
  readonly firms: readonly Pick<Applicant, 'id'>[];
  readonly by: Person;
  readonly now: Instant;
}
/**
 * Whom the clerk helps, where a mandate is named: one given to them as 帮代办员, that covers applying for this item today,
 * by the very applicant whose document is shown. Refuses any other. Pure.
 */
export function helpedUnder({ input, registered, persons, firms, by, now }: Helping): Helped | null {
  if (input.mandate === undefined) return null;
  refuseUncovered(registered, { agent: by.id, item: input.item.trim(), act: 'apply', now });
  const { id, number, principal } = registered!; // Without one it was refused.
  if (![...persons, ...firms].some((each) => each.id === principal))
    refuse('cases.no-mandate', { why: '这份委托的委托人不是本件的申请人，或者没有填写其证件号码' });
  return { agentName: by.name, mandate: id, number, applicant: principal };
}

/** A mandate that is registered need not be shown again: its paper lies with it. Pure. */
export const withRegistered = (
  papers: readonly Paper[],
  { number }: Pick<Helped, 'number'>,
): readonly Paper[] =>
  papers.map((each) =>
    isMandate(each.name) && each.state === 'missing'
      ? { ...each, state: 'waived', because: `已登记委托（${number}），不用再交` }
      : each,
  );
