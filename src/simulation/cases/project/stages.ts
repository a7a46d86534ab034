import type { Offered } from '../ground.ts';

/** The stages of a construction project, in their order, as `#cases` calls them. */
export const STAGES = ['planning', 'design', 'construction', 'acceptance'] as const;
export type Stage = (typeof STAGES)[number];

/** By what an item is called; what no word places belongs to the building itself. */
const WORDS: readonly (readonly [Stage, RegExp])[] = [
  ['acceptance', /竣工|验收/],
  ['design', /工程规划|初步设计|设计方案/],
  ['planning', /备案|核准|立项|用地|选址|环境影响|水土保持/],
];
export const stageOf = ({ name }: Pick<Offered, 'name'>): Stage =>
  WORDS.find(([, words]) => words.test(name))?.[0] ?? 'construction';
