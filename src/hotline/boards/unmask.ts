import { refuse } from '#lib/refusal.ts';
import { unmasking } from '#people/index.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { workOrder } from '../order/work-order.ts';

/** Whoever must speak with the caller may see the number, with the reason in the ledger: the unit only for its own orders. */
export const unmaskCaller = unmasking(
  workOrder,
  {
    'hotline.agent': 'place',
    'hotline.dispatcher': 'place',
    'hotline.handler': 'handler',
    'hotline.caller-back': 'place',
    'hotline.supervisor': 'place',
  },
  // Nothing stands there to be shown: the ledger must not say that somebody looked at it.
  ({ isConfidential }) => {
    if (isConfidential === true) refuse('hotline.caller-protected');
  },
);
/** A protected caller is the office's alone. */
export const unmaskProtected = unmasking(protectedCaller, {
  'hotline.agent': 'place',
  'hotline.caller-back': 'place',
  'hotline.supervisor': 'place',
});
