import type { Part } from '../part.ts';
import { liveRoutes } from './routes.ts';

/** 实时更新: boards and lists that change without reload. */
export const livePart: Part = { routes: liveRoutes };
