import type { Part } from '#lib/part.ts';
import { powersView } from './powers-view.ts';
import { listRoutes } from './routes.ts';

/** 权责清单 and the papers of the lists. */
export const powersPart: Part = { views: [powersView], routes: listRoutes };
