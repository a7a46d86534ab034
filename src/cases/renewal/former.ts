import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import { refuse } from '#lib/refusal.ts';
import type { CalendarTable } from '#calendar/index.ts';
import type { Item } from '#catalogue/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { RenewalRules } from './rules.ts';
import { aheadOf, lastDayToAsk } from './terms.ts';

/** What asking for a renewal needs to know: the cases of the same applicant and the rule of the place. */
export interface Renewing {
  readonly formers: readonly CaseFile[];
  readonly renewals: RenewalRules;
}
interface Asking extends Partial<Renewing> {
  /** Number of the case, or of the paper it ended in. */
  readonly named: string | undefined;
  readonly offered: Pick<Item, 'id' | 'name' | 'elements'>;
  readonly calendar: CalendarTable;
  readonly hadAt: Instant;
}
/** Nothing came of it: the result may be renewed by another. */
const IN_VAIN: ReadonlySet<string> = new Set(['declined', 'withdrawn', 'terminated', 'revoked']);

type Of = Pick<CaseFile, 'item' | 'basicCode'>;
const isOfItem = ({ item, basicCode }: Of, { id, elements }: Asking['offered']): boolean =>
  item === id || (basicCode !== null && basicCode === (elements.basicCode ?? null));

/** Whether a granted case has a result that still stands: it may be renewed while it holds. Pure. */
export const stands = ({
  outcome,
  state,
  issuedAt,
  completedAt,
}: Pick<CaseFile, 'outcome' | 'state' | 'issuedAt' | 'completedAt'>): boolean =>
  outcome === 'granted' && state !== 'revoked' && (issuedAt ?? completedAt) !== null;

const at = (message: string) => ({ fields: [{ path: 'renews', message }] });

/**
 * 延续 — the columns of a case that asks to renew an earlier result of the same applicant and item. Asked after the last day it is an ordinary
 * application: it goes on, and is never deemed renewed. Refuses a result that nobody knows of this applicant, one without an end, one that is
 * over, and a second renewal beside one. Pure.
 */
export function renewalOf({ named, offered, formers, renewals, calendar, hadAt }: Asking) {
  if (named === undefined || !formers || !renewals) return {};
  const wanted = named.trim().toUpperCase();
  const former = formers.find(
    (each) =>
      isOfItem(each, offered) &&
      stands(each) &&
      (each.number.toUpperCase() === wanted || each.resultNumber?.toUpperCase() === wanted),
  );
  if (!former)
    return refuse(
      'cases.no-former',
      { named, item: offered.name },
      at('没有该申请人同一事项的这份结果，或已撤销'),
    );
  const { validUntil } = former;
  if (validUntil === null)
    return refuse('cases.former-endless', { number: former.number }, at('没有有效期届满日'));
  const on = dayOf(hadAt);
  if (on > validUntil) refuse('cases.former-over', { until: formatDay(validUntil) }, at('已届满'));
  const other = formers.find(
    (each) => each.renews === former.id && !IN_VAIN.has(each.state) && each.outcome !== 'refused',
  );
  if (other) refuse('cases.renewal-underway', { number: other.number }, at(`见办件 ${other.number}`));
  const askBy = lastDayToAsk(validUntil, aheadOf(offered.elements, renewals), calendar);
  return {
    renews: former.id,
    renewalEndsOn: validUntil,
    renewalAskBy: askBy,
    isRenewalInTime: on <= askBy,
  };
}
