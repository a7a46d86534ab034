import type { Part } from '../part.ts';

export const open311Part: Part = {};
