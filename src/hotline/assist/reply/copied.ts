import { bare, substanceOf } from './wording.ts';

/** A reply given before, and how its order is called. */
export interface EarlierReply {
  readonly name: string;
  readonly text: string;
}

const SIZE = 3;
/** Shorter answers may well be the same by chance. */
const LONG_ENOUGH = 30;
/** From here on it is the same answer with a name or a figure changed. */
const SAME = 0.85;

/** Figures are what a copyist changes. */
const plain = (reply: string): string => bare(substanceOf(reply).join('')).replace(/\d+/g, '0');

function piecesOf(text: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - SIZE + 1) }, (_, i) => text.slice(i, i + SIZE)),
  );
}

/** The earlier reply whose answer is nearly this one's; courtesy and figures do not count. */
export function findCopied(reply: string, earlier: readonly EarlierReply[]): EarlierReply | undefined {
  const own = plain(reply);
  if (own.length < LONG_ENOUGH) return undefined;
  const pieces = piecesOf(own);
  return earlier.find(({ text }) => {
    const other = piecesOf(plain(text));
    const shared = [...pieces].filter((piece) => other.has(piece)).length;
    return shared / (pieces.size + other.size - shared) >= SAME;
  });
}
