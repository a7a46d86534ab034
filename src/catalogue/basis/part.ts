import type { Part } from '#lib/part.ts';
import { announceNotice, keepBasis, openCheck, reviseBasis, settleNotice } from './actions.ts';
import { basisCheck } from './check.ts';
import { citingView } from './citing-view.ts';
import { legalBasisNotice } from './notice.ts';

/** 法规依据变动: the alarm on every item that cites what changed. */
export const basisPart: Part = {
  nouns: [legalBasisNotice, basisCheck],
  actions: [announceNotice, settleNotice, openCheck, keepBasis, reviseBasis],
  views: [citingView],
};
