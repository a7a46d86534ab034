import type { Part } from '../part.ts';

export const figuresPart: Part = {};
