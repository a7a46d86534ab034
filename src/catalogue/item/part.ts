import type { Part } from '#lib/part.ts';
import { comparedFields, typeDigits } from '../settings.ts';
import { comparisonView } from '../views/comparison.ts';
import { ratesView } from '../views/rates.ts';
import { placesView } from '../views/places.ts';
import { remarksView } from '../views/remarks.ts';
import { amendItem } from './amend.ts';
import { item, itemEdition } from './item.ts';
import { recordItem } from './record.ts';
import { cancelItem, publishItem, resumeItem, suspendItem } from './standing.ts';

/** 事项: what may be applied for, its editions, checks and numbers. */
export const itemPart: Part = {
  nouns: [item, itemEdition],
  actions: [recordItem, amendItem, publishItem, suspendItem, resumeItem, cancelItem],
  views: [remarksView, comparisonView, ratesView, placesView],
  settings: [typeDigits, comparedFields],
};
