import type { Part } from '../part.ts';

export const callsPart: Part = {};
