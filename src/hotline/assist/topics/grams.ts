/**
 * What the model sees of a text: character sequences of one to three within words, and once more, under a mark, those of
 * the opening. The opening says the matter; what follows tells the story. Measured: the mark is worth a point of macro-F1.
 */
const LONGEST = 3;
/** Letters and digits of the opening where the text has no first line of its own. */
const OPENING = 24;
/** A longer first line is no title. */
const LONGEST_TITLE = 40;

/** No letter or digit, so that a marked gram is never an unmarked one. */
export const OPENING_MARK = '^';

const WORD = /[\p{L}\p{N}]+/gu;

/** Full-width forms are folded; codes of streets (`A3`) and figures say nothing of the topic, only that they are there. */
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[a-z]\d+/g, 'a')
    .replace(/\d+/g, '0');

function wordsOf(text: string): readonly (readonly string[])[] {
  return Array.from(text.matchAll(WORD), ([word]) => [...word]);
}

const lengthOf = (words: readonly (readonly string[])[]): number =>
  words.reduce((sum, word) => sum + word.length, 0);

/** The first so many characters, the last word cut where they end. */
function head(words: readonly (readonly string[])[], characters: number): readonly (readonly string[])[] {
  const taken: (readonly string[])[] = [];
  let left = characters;
  for (const word of words) {
    if (left <= 0) break;
    taken.push(word.slice(0, left));
    left -= word.length;
  }
  return taken;
}

function openingOf(text: string, words: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const title = wordsOf(text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1));
  return lengthOf(title) > 0 && lengthOf(title) <= LONGEST_TITLE ? title : head(words, OPENING);
}

function count(words: readonly (readonly string[])[], mark: string, into: Map<string, number>): void {
  for (const word of words)
    for (let from = 0; from < word.length; from += 1) {
      let gram = mark;
      for (let to = from; to < Math.min(word.length, from + LONGEST); to += 1) {
        gram += word[to]!;
        into.set(gram, (into.get(gram) ?? 0) + 1);
      }
    }
}

/** How often each gram stands in the text; grams of the opening also under `OPENING_MARK`. A title is the first line. */
export function gramsOf(text: string): ReadonlyMap<string, number> {
  const clean = normalised(text.trim());
  const words = wordsOf(clean);
  const grams = new Map<string, number>();
  count(words, '', grams);
  count(openingOf(clean, words), OPENING_MARK, grams);
  return grams;
}
