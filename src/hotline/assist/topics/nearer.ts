/** What speaks for one topic below a domain rather than another. */
export interface Evidence {
  /** Everyday words → the topics they may mean. */
  readonly byWord: ReadonlyMap<string, readonly string[]>;
  readonly paths: ReadonlySet<string>;
  /** Orders that say much the same: their topics, and how alike they are (0 to 1). */
  readonly alike: readonly { readonly topic: string; readonly likeness: number }[];
}
/** A topic below a domain, or the domain itself. */
export interface Nearer {
  readonly path: string;
  /** Its part of what speaks below the domain, 0 to 1. */
  readonly share: number;
  /** Which words spoke for it. */
  readonly words: readonly string[];
}
export interface Placed extends Nearer {
  /** Other likely places below the domain, to be offered next. */
  readonly others: readonly Nearer[];
}
interface Vote {
  readonly path: string;
  readonly weight: number;
  readonly word: string | null;
}

/** A word of two characters is one vote, two where the text begins; an order that says the very same is four. */
const LETTERS_A_VOTE = 2;
const BEGINS_WITH = 2;
const ALIKE = 4;
/** Doubt that stands beside all evidence: one word at the beginning gives 2 ÷ 3 = 0.67, one said in passing 1 ÷ 2. */
const DOUBT = 1;
/** As for the model: the first line, or so many characters of a text that has no title. */
const OPENING = 24;
/** From here on a topic is chosen, below it its parent is. */
const SURE = 0.6;
const OTHERS = 4;

/** The words that stand in the text, the longest first; what lies within a longer one is not said (居民养老, not 养老). */
function wordsSaid(text: string, words: Iterable<string>): readonly string[] {
  let left = text;
  return [...words]
    .filter((word) => word.length > 1 && text.includes(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .filter((word) => {
      const isSaid = left.includes(word);
      left = left.replaceAll(word, '\n');
      return isSaid;
    });
}
function opening(text: string): string {
  const [title = '', ...rest] = text.split('\n');
  return title.trim() === '' || rest.join('').trim() === '' ? text.trim().slice(0, OPENING) : title;
}
/** Topics are called by their own names too: 物业服务; 其他 says nothing. */
function named(paths: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const leaves = [...paths].filter((path) => path.split('/').length > 2);
  return Map.groupBy(leaves, (path) => path.split('/').at(-1)!);
}

function votesFor(label: string, text: string, { byWord, paths, alike }: Evidence): readonly Vote[] {
  const isBelow = (path: string): boolean => path.startsWith(`${label}/`) && paths.has(path);
  const names = named(paths);
  const meant = (word: string): readonly string[] => byWord.get(word) ?? names.get(word)!;
  const said = wordsSaid(
    text,
    new Set([...byWord.keys(), ...names.keys()].filter((word) => word !== '其他')),
  );
  const begins = opening(text);
  const weigh = (word: string): number =>
    ((begins.includes(word) ? BEGINS_WITH : 1) * word.length) / LETTERS_A_VOTE / meant(word).length;
  return [
    ...said.flatMap((word) => meant(word).map((path) => ({ path, word, weight: weigh(word) }))),
    ...alike.map(({ topic, likeness }) => ({ path: topic, word: null, weight: ALIKE * likeness })),
  ].filter(({ path }) => isBelow(path));
}

/** How much speaks for a topic and all below it. */
function nearerAt(path: string, votes: readonly Vote[]): Nearer {
  const weigh = (all: readonly Vote[]): number => all.reduce((sum, { weight }) => sum + weight, 0);
  const own = votes.filter((vote) => vote.path === path || vote.path.startsWith(`${path}/`));
  const words = own.flatMap(({ word }) => (word === null ? [] : [word]));
  return { path, share: weigh(own) / (weigh(votes) + DOUBT), words: [...new Set(words)] };
}
const prefix = (path: string, level: number): string => path.split('/').slice(0, level).join('/');
const byShare = (a: Nearer, b: Nearer): number => b.share - a.share || (a.path < b.path ? -1 : 1);

/**
 * The deepest topic below a domain that the text bears, by everyday words and by orders that say the same: as long as one
 * child has {@link SURE} of all that speaks, one level further down; and the other likely ones. 路灯坏了 begins with one word of
 * one topic: 2 ÷ (2 + 1) = 0.67, so that topic. With 垃圾 beside it each has 0.4, their parent 0.8: so the parent. Pure.
 */
export function placed(label: string, text: string, evidence: Evidence): Placed {
  const votes = votesFor(label, text, evidence);
  let at: Nearer = { path: label, share: 1, words: [] };
  for (let level = label.split('/').length + 1; ; level++) {
    const below = votes.filter(
      ({ path }) => path.startsWith(`${at.path}/`) && path.split('/').length >= level,
    );
    const children = new Set(below.map(({ path }) => prefix(path, level)));
    const [best] = [...children].map((path) => nearerAt(path, votes)).sort(byShare);
    if (best === undefined || best.share < SURE) break;
    at = best;
  }
  const others = [...new Set(votes.map(({ path }) => path))]
    .filter((path) => path !== at.path)
    .map((path) => nearerAt(path, votes))
    .sort(byShare);
  return { ...at, others: others.slice(0, OTHERS) };
}
