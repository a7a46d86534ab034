import { OPENING_MARK } from './grams.ts';
import { vectorFor, type TopicModel } from './model.ts';

/** A piece of the text that spoke for a topic. */
export interface Spoke {
  readonly gram: string;
  readonly label: string;
  /** Its share of the distance from the topic's plane; all grams and the topic's constant add up to the distance. */
  readonly by: number;
}

const bare = (gram: string): string => (gram.startsWith(OPENING_MARK) ? gram.slice(1) : gram);

/**
 * The grams that spoke loudest for the topic. A gram inside a louder one, or around it, is left out: it tells the same.
 * What stands in the opening counts there and in the text; both are added.
 */
export function because(model: TopicModel, text: string, label: string, most = 6): readonly Spoke[] {
  const plane = model.planes[model.labels.indexOf(label)];
  if (plane === undefined) return [];
  const grams = [...model.vocabulary.keys()];
  const { at, weight } = vectorFor(model, text);
  const spoken = new Map<string, number>();
  for (const [i, position] of at.entries()) {
    const gram = bare(grams[position]!);
    spoken.set(gram, (spoken.get(gram) ?? 0) + plane[position]! * weight[i]!);
  }
  const chosen: Spoke[] = [];
  for (const [gram, by] of [...spoken].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    if (by <= 0 || chosen.length === most) break;
    if (!chosen.some((each) => each.gram.includes(gram) || gram.includes(each.gram)))
      chosen.push({ gram, label, by });
  }
  return chosen;
}
