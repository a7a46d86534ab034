import type { Part } from '../part.ts';

export const samplingPart: Part = {};
