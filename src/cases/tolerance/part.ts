import type { Held } from '#lib/action/need.ts';
import type { Part } from '#lib/part.ts';
import { acceptTolerantly } from './accept.ts';
import { barred } from './barred.ts';
import { chasePapers, lengthenOutstanding } from './chase.ts';
import { outstandingCases } from './outstanding-view.ts';
import './refusals.ts';

/** 容缺受理: papers that come later. */
export const tolerancePart: Part = {
  actions: [acceptTolerantly, chasePapers, lengthenOutstanding],
  views: [outstandingCases],
  held: [barred as unknown as Held<never>],
};
