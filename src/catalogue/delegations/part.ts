import type { Part } from '#lib/part.ts';
import { delegateItem, withdrawDelegation } from './delegate.ts';
import { delegation } from './delegation.ts';
import { delegationList } from './list-view.ts';
import { settleDelegation } from './settle.ts';

/** 赋权清单: what towns and villages handle themselves. */
export const delegationsPart: Part = {
  nouns: [delegation],
  actions: [delegateItem, withdrawDelegation, settleDelegation],
  views: [delegationList],
};
