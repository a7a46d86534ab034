import type { Part } from '#lib/part.ts';
import { markDrawn, recordAfterCheck } from './check.ts';
import { afterCheckDraw, askDraw, settleDraw } from './draw.ts';
import { makeDraw } from './make-draw.ts';
import { afterCheckMeasures } from './measures.ts';
import './refusals.ts';

/** 事后核查: instant items and village cases have no second pair of eyes before; a lot looks at some of them after. */
export const afterCheckPart: Part = {
  nouns: [afterCheckDraw],
  actions: [askDraw, settleDraw, markDrawn, recordAfterCheck],
  measures: afterCheckMeasures,
  reactions: [makeDraw],
};
