import type { Part } from '#lib/part.ts';
import { settlingHeld, settlingLoop } from './loop.ts';
import { settleItem } from './settle.ts';

/** What other records say of an item, on the item itself: for lists, lamps and figures. */
export const settlingPart: Part = { actions: [settleItem], held: [settlingHeld], loops: [settlingLoop] };
