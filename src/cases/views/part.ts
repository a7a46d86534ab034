import type { Part } from '#lib/part.ts';
import { boardView } from './board.ts';
import { branchCaseView, branchFileRoutes } from './branch-case.ts';
import { branchDetail, branchList } from './branches.ts';
import { clocksView } from './clocks.ts';
import { inboxView } from './mine.ts';
import { queue } from './queue.ts';
import { toDeliverView } from './to-deliver.ts';

/** What the desks ask of the cases beyond the common list. */
export const viewsPart: Part = {
  views: [queue, inboxView, boardView, clocksView, toDeliverView, branchCaseView, branchList, branchDetail],
  routes: branchFileRoutes,
};
