import type { Held } from '#lib/action/need.ts';
import type { Part } from '#lib/part.ts';
import { powerRules } from './rules.ts';
import { heldWindows } from './window.ts';

/** Who may decide, seal and take in what: letters of authority, seals and window lists of the catalogue. */
export const powersPart: Part = {
  settings: [powerRules],
  held: [heldWindows as unknown as Held<never>],
};
