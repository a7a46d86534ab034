import type { Part } from '#lib/part.ts';
import { beginProcedure } from './begin.ts';
import { endProcedure } from './end.ts';
import './refusals.ts';
import { specialProcedure } from './special-procedure.ts';

/** Hearings, tests, reviews: time that is not counted. */
export const specialPart: Part = { nouns: [specialProcedure], actions: [beginProcedure, endProcedure] };
