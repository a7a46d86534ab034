import type { Part } from '../part.ts';

export const assistPart: Part = {};
