import { pairsOf } from '#lib/bigrams.ts';
import type { EverydayWord } from './everyday-words.ts';
import { asCode, lettersOf, type Findable, type ItemIndex } from './index-of-items.ts';

/** What was found, best first. `near`: nothing has all the words; these come closest. `nothing`: not even that. */
export interface Ranked {
  readonly items: readonly Findable[];
  readonly fit: 'found' | 'near' | 'nothing';
  /** Words of the catalogue that were looked for besides what was said. */
  readonly meant: readonly string[];
}
interface Choices {
  readonly words?: readonly EverydayWord[];
  readonly isWanted?: (item: Findable) => boolean;
}
interface Wish {
  readonly text: string;
  readonly weight: number;
}

/** An everyday word stands for what it means almost as well as that itself. */
const MEANT = 0.95;
/** Single characters in common say little: only looked at where the pairs found nothing that fits. */
const LETTERS = 0.4;
/** From this share of what was asked on, an item has what was asked; below the second it is not shown at all. */
const FOUND = 0.6;
const NEAR = 0.15;
/** What is so much worse than the best is not shown beside it. */
const TAIL = 0.35;
/** What an item gains that answers in more than one way. */
const AGAIN = 0.1;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Whether the two differ by one character put wrong, left out or too many. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest.join('') === long.slice(at + 1).join('');
}

/** What is to be looked for: the words as they stand, and what the everyday words in them mean. */
function wishesOf(asked: string, words: readonly EverydayWord[]): readonly Wish[] {
  const text = folded(asked);
  const isSaid = ({ said }: EverydayWord): boolean =>
    text.includes(folded(said)) || (said.length >= 3 && isOneSlip(folded(said), text));
  const meant = words.filter(isSaid).flatMap(({ means }) => means);
  return [{ text: asked, weight: 1 }, ...[...new Set(meant)].map((each) => ({ text: each, weight: MEANT }))];
}

interface Tokens {
  readonly tokens: readonly string[];
  readonly postings: ItemIndex['pairs'];
  readonly weigh: (token: string) => number;
}
/** For every item the share of these tokens that it has. */
function shares(count: number, { tokens, postings, weigh }: Tokens): Float64Array {
  const total = tokens.reduce((sum, token) => sum + weigh(token), 0);
  const found = new Float64Array(count);
  for (const token of tokens) {
    const posting = postings.get(token);
    if (!posting) continue;
    const share = weigh(token) / total;
    for (const [n, item] of posting.items.entries()) found[item]! += share * posting.weights[n]!;
  }
  return found;
}

/**
 * By pairs, a rare one counting for more than a common one, and one that no item has for half of the rarest: a slip, or a
 * word that was only said along.
 */
const byPairs = ({ items, pairs }: ItemIndex, text: string): Float64Array =>
  shares(items.length, {
    tokens: pairsOf(text),
    postings: pairs,
    weigh: (token) => {
      const has = pairs.get(token)?.items.length;
      return has === undefined ? Math.log(1 + items.length) / 2 : Math.log(1 + items.length / has);
    },
  });
function byLetters({ items, letters }: ItemIndex, text: string): Float64Array {
  const tokens = lettersOf(text);
  const found = shares(items.length, { tokens, postings: letters, weigh: () => 1 });
  return tokens.length === 1 ? found : found.map((share) => share * LETTERS);
}

/** Adds what the items have of one wish; answers the largest share. */
function add(best: Float64Array, index: ItemIndex, { text, weight }: Wish, found: Float64Array): number {
  const length = lettersOf(text).length;
  let most = 0;
  for (let n = 0; n < found.length; n++) {
    const share = found[n]! * weight;
    if (share < NEAR) continue;
    // How much of the name was asked for decides between items that have it all.
    const score = share + 0.1 * share * Math.min(1, length / index.lengths[n]!);
    best[n] = Math.max(best[n]!, score) + AGAIN * Math.min(best[n]!, score);
    most = Math.max(most, share);
  }
  return most;
}

function scoresOf(index: ItemIndex, wishes: readonly Wish[]): Float64Array {
  const best = new Float64Array(index.items.length);
  const tops = wishes.map((wish) => add(best, index, wish, byPairs(index, wish.text)));
  if (Math.max(...tops) < FOUND)
    for (const wish of wishes) add(best, index, wish, byLetters(index, wish.text));
  return best;
}

const CODE = /^[0-9A-Z-]{6,}$/;
/** Items whose code it is, or begins so. */
function byCode(index: ItemIndex, asked: string): readonly Findable[] {
  const code = asCode(asked);
  if (!CODE.test(code)) return [];
  const exact = index.byCode.get(code);
  if (exact) return exact.map((n) => index.items[n]!);
  return index.items.filter((each) =>
    [each.number, ...each.codes].some((own) => asCode(own).startsWith(code)),
  );
}

/**
 * Items by citizens' words, best first: by the two-character pieces in common, so that a wrong character costs two of
 * them and not the answer. Only those `isWanted` says are looked at.
 */
export function rank(
  index: ItemIndex,
  asked: string,
  { words = [], isWanted = () => true }: Choices = {},
): Ranked {
  const coded = byCode(index, asked).filter(isWanted);
  if (coded.length > 0) return { items: coded, fit: 'found', meant: [] };
  const wishes = wishesOf(asked, words);
  const scores = scoresOf(index, wishes);
  const isFree = (n: number): boolean => isWanted(index.items[n]!);
  let top = 0;
  for (let n = 0; n < scores.length; n++) if (scores[n]! > top && isFree(n)) top = scores[n]!;
  const least = Math.max(NEAR, top * TAIL);
  const found = [...scores.keys()].filter((n) => scores[n]! >= least && isFree(n));
  found.sort((a, b) => scores[b]! - scores[a]! || (index.items[a]!.number < index.items[b]!.number ? -1 : 1));
  return {
    items: found.map((n) => index.items[n]!),
    fit: top >= FOUND ? 'found' : top > 0 ? 'near' : 'nothing',
    meant: wishes.slice(1).map(({ text }) => text),
  };
}
