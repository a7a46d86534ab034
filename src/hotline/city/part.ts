import type { Part } from '../part.ts';

export const cityPart: Part = {};
