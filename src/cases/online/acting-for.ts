import { mandateCovers, type Act, type Mandate } from '#applicants/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';

interface Acting {
  readonly agent: string;
  readonly item: string;
  readonly act: Act;
  readonly now: Instant;
}

/** In which way a mandate does not reach that far. */
function shortfall(mandate: Mandate, { agent, item, act, now }: Acting): string {
  const today = dayOf(now);
  if (mandate.agent !== agent && mandate.helper !== agent) return '这份委托不是给您的，或者还没有与您绑定';
  if (mandate.endedAt !== null) return '这份委托已经撤销或者辞去';
  if (today < mandate.startsOn) return `这份委托从${formatDay(mandate.startsOn)}起才有效`;
  if (mandate.endsOn < today) return `这份委托已于${formatDay(mandate.endsOn)}到期`;
  if (mandate.extent === 'listed' && !mandate.items.includes(item)) return '这份委托不包括这个事项';
  return mandate.acts.includes(act) ? '' : '这份委托不包括这一步';
}

/** Refuses an agent whose mandate does not cover this act for this item today, and says in which way. */
export function refuseUncovered(mandate: Mandate | null, acting: Acting): void {
  if (mandate === null) refuse('cases.no-mandate', { why: '没有这份委托' });
  const { agent, item, act, now } = acting;
  if (mandateCovers(mandate, { agent, item, act, day: dayOf(now) })) return;
  refuse('cases.no-mandate', { why: shortfall(mandate, acting) });
}
