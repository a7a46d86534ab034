import type { Part } from '#lib/part.ts';
import { liftBreach } from './lift.ts';
import { breachLoop, noteBreach } from './note.ts';

/** 失信: a word that was broken is written down by itself. */
export const breachPart: Part = { actions: [noteBreach, liftBreach], loops: [breachLoop] };
