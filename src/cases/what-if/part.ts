import type { Part } from '#lib/part.ts';
import { whatIfView } from './what-if-view.ts';
import './refusals.ts';

/** What another limit would have meant. */
export const whatIfPart: Part = { views: [whatIfView] };
