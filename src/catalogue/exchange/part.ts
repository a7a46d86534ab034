import type { Part } from '#lib/part.ts';
import { exchangeRoutes } from './routes.ts';

/** 导入导出. */
export const exchangePart: Part = { routes: exchangeRoutes };
