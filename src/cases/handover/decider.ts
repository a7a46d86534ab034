import { refuse } from '#lib/refusal.ts';
import type { Item } from '#catalogue/index.ts';
import { authorityOf } from '../file/authority.ts';
import type { Authority } from '../words.ts';
import { DECIDERS, type Decider } from './words.ts';

const AS_DECIDER: Readonly<Record<Authority, Decider>> = {
  district: 'district',
  city: 'city',
  province: 'province',
  town: 'town',
  village: 'town',
  'other-place': 'other',
};

/**
 * 决定权属 of an envelope: of an item of ours what the catalogue says, whatever a counter ticks; of another place’s item,
 * which stands in no catalogue here, what the counter says. Refuses a contradiction, and an item of which nobody says it.
 */
export function deciderOf(
  said: Decider | undefined,
  known: Pick<Item, 'name' | 'level' | 'isOwn'> | null,
): Decider {
  if (known?.isOwn !== true) return said ?? refuse('cases.handover-authority-unknown');
  const decides = AS_DECIDER[authorityOf(known.level)];
  if (said !== undefined && said !== decides)
    refuse(
      'cases.handover-authority',
      { item: known.name, decider: DECIDERS[decides] },
      { fields: [{ path: 'authority', message: `应为${DECIDERS[decides]}` }] },
    );
  return decides;
}
