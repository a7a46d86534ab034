import type { Part } from '../part.ts';
import { indexLoop } from './index-loop.ts';
import { searchRoutes } from './routes.ts';
import { searchOrders } from './search-view.ts';

/** 检索: full text and what is alike, from two-character tokens. */
export const searchPart: Part = { views: [searchOrders], loops: [indexLoop], routes: searchRoutes };
