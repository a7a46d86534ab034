import type { Part } from '#lib/part.ts';
import { itemMeasures } from './item-measures.ts';
import { reformMeasures } from './reform-measures.ts';

/** The catalogue's figures, each with its definition. */
export const figuresPart: Part = { measures: [...itemMeasures, ...reformMeasures] };
