import { change, type Write } from '#lib/action/action.ts';
import { askedIf, find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { call, type Call } from './call.ts';

type Asking = { readonly input: { readonly call?: string | undefined } };
const callNamed = find(call, ({ input }: Asking) => ({ id: input.call! }));

/** `needs: { named: maybeCall }`: the call named in the input, null where none is; nothing is looked up then. */
export const maybeCall = askedIf(({ input }: Asking) => input.call !== undefined, callNamed, null);

interface Told {
  readonly asked: string | undefined;
  readonly named: Call | null;
  readonly isAnother: boolean;
  readonly orderId: string;
  /** Where the order is: who sees it sees its call. */
  readonly place: string;
}
/**
 * The call remembers the order that came of it. Refuses what is no call, and a second order of one call unless it is
 * said to be another matter; the call's version is guarded, so two at once are two tries at one.
 */
export function tiedToCall({ asked, named, isAnother, orderId, place }: Told): readonly Write[] {
  if (asked === undefined) return [];
  const found =
    named ?? refuse('hotline.no-call', {}, { fields: [{ path: 'call', message: '没有这通来电' }] });
  if (found.orderId === null) return [change(call, found, { orderId, place })];
  if (!isAnother)
    refuse(
      'hotline.call-has-order',
      { number: found.number },
      { fields: [{ path: 'call', message: '这通来电已经形成工单' }] },
    );
  return [];
}
