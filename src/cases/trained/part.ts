import type { Part } from '#lib/part.ts';
import { trainingRules } from './rules.ts';
import './refusals.ts';

/** Who stands at an undifferentiated window was trained for it. */
export const trainedPart: Part = { settings: [trainingRules] };
