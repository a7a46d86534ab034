import { coverText } from '../covering/cover-text.ts';
import { releaseFile } from '../covering/release-file.ts';
import { confidentialHistories } from '../covering/history.ts';
import type { Part } from '../part.ts';
import { boardCounts, boardList } from './board.ts';
import { deadlineView } from './deadline-view.ts';
import { unmaskCaller, unmaskProtected } from './unmask.ts';

/** What the desks ask of the orders: lists with their numbers, the deadline explained, the caller shown on a reason. */
export const boardsPart: Part = {
  histories: confidentialHistories,
  actions: [unmaskCaller, unmaskProtected, coverText, releaseFile],
  views: [boardCounts, boardList, deadlineView],
};
