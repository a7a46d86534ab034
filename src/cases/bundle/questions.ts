import type { Situation } from '#catalogue/index.ts';
import type { ThemeItems } from './theme-items.ts';
import type { Theme } from './theme.ts';

/** Every question that a theme may ask: each item's own, and the theme's words for those that several items ask. Pure. */
export const questionsOf = (
  { items: parts, sameQuestions }: Pick<Theme, 'items' | 'sameQuestions'>,
  items: ThemeItems,
): readonly Situation[] =>
  parts.flatMap(({ code }) =>
    (items.get(code)?.elements.situations ?? []).flatMap((situation) => [
      situation,
      ...sameQuestions
        .filter((each) => each.item === code && each.question === situation.question)
        .map(({ as }) => ({ ...situation, question: as })),
    ]),
  );
