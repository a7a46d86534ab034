import type { Part } from '../part.ts';

export const coursePart: Part = {};
