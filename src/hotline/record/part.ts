import type { Part } from '../part.ts';

export const recordPart: Part = {};
