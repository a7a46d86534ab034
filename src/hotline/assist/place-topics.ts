import type { Held } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { similarOrders } from '../search/similar-view.ts';
import { heldTopics, type Topics } from '../topics/held-topics.ts';
import type { Candidate } from './topics/model.ts';
import { placed } from './topics/nearer.ts';

interface Message {
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
}
/** A domain that the model suggests, with the deepest topic below it that the text bears. */
interface PlacedTopic extends Candidate {
  readonly path: string;
  /** What part of the domain's probability the deeper topic has; 1 for the domain itself. */
  readonly share: number;
  /** Likely topics below the domain, to be chosen instead. */
  readonly nearer: readonly { readonly path: string; readonly share: number }[];
}

/** A word of a topic that was said. */
interface Spoken {
  readonly word: string;
  readonly path: string;
}

/**
 * Each suggested domain with its topic of the taxonomy in use, by everyday words of the topics and by like orders in the
 * asker's sight, and the words that spoke for it. Which domain it is stays the model's say.
 */
export async function placeTopics(
  app: App,
  by: Person,
  { message, topics }: { readonly message: Message; readonly topics: readonly Candidate[] },
): Promise<{ readonly topics: readonly PlacedTopic[]; readonly words: readonly Spoken[] }> {
  const { title = '', text = '', place } = message;
  const { byWord, paths } = app.held.value(heldTopics as Held<unknown>) as Topics;
  const alike = await similarOrders(app, by, { title, text, place });
  const all = topics.map((each) => ({
    ...each,
    found: placed(each.label, `${title}\n${text}`, { byWord, paths, alike }),
  }));
  return {
    topics: all.map(({ label, p, found: { path, share, others } }) => ({
      label,
      p,
      path,
      share,
      nearer: others.map((other) => ({ path: other.path, share: other.share })),
    })),
    words: all.flatMap(({ found: { path, words } }) => words.map((word) => ({ word, path }))),
  };
}
