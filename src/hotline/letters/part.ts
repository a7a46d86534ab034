import type { Part } from '../part.ts';

export const lettersPart: Part = {};
