import type { Part } from '#lib/part.ts';
import { abovePlace } from '../settings.ts';
import { adoptDifference, declineDifference } from './decide.ts';
import { itemDifference } from './difference.ts';

/** 四级四同: what is decided about differences from the catalogue above. */
export const differencesPart: Part = {
  nouns: [itemDifference],
  actions: [adoptDifference, declineDifference],
  settings: [abovePlace],
};
