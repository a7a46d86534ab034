import type { Held } from '#lib/action/need.ts';
import type { Part } from '#lib/part.ts';
import { everydayWords } from './everyday-words.ts';
import { itemIndex } from './held-index.ts';
import { itemView } from './item-view.ts';
import { itemsView } from './items-view.ts';

/** 事项搜索: by citizens' words and by any code. */
export const searchPart: Part = {
  views: [itemsView, itemView],
  held: [itemIndex as unknown as Held<never>],
  settings: [everydayWords],
};
