import type { Part } from '../part.ts';
import { hotView } from './hot-view.ts';
import { assistRoutes } from './routes.ts';

/** 智能辅助: offline, explainable, never deciding. */
export const assistPart: Part = { views: [hotView], routes: assistRoutes };
