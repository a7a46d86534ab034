import type { Part } from '#lib/part.ts';
import { boardView } from './board.ts';
import { inboxView } from './mine.ts';
import { queue } from './queue.ts';

/** What the desks ask of the cases beyond the common list. */
export const viewsPart: Part = { views: [queue, inboxView, boardView] };
