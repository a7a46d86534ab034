import type { Part } from '#lib/part.ts';
import { paperRoutes } from './routes.ts';

/** 文书: what the applicant gets in writing. */
export const papersPart: Part = { routes: paperRoutes };
