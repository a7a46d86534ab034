import type { Part } from '../part.ts';
import { callBackDraw } from './call-back-draw.ts';
import { draw, settleDraw } from './draw.ts';
import { makeDraw } from './make-draw.ts';
import { markSampled } from './mark-sampled.ts';
import { drawOrdersView } from './orders-view.ts';
import { redrawView } from './redraw-view.ts';
import { drawResultView } from './result-view.ts';
import { samplingRules } from './rules.ts';

/** 回访抽样: who is called is drawn, reproducibly. */
export const samplingPart: Part = {
  nouns: [callBackDraw],
  actions: [draw, settleDraw, markSampled],
  views: [drawResultView, drawOrdersView, redrawView],
  reactions: [makeDraw],
  settings: [samplingRules],
};
