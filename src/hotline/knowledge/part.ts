import type { Part } from '../part.ts';

export const knowledgePart: Part = {};
