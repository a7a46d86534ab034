import type { Part } from '#lib/part.ts';
import { guideRoutes } from './routes.ts';

/** 办事指南 and everything printed from it. */
export const guidePart: Part = { routes: guideRoutes };
