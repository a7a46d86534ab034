/**
 * Two-character tokens: the words of a language that writes none apart. A run of letters and digits gives every pair in
 * it and its last character alone, so that one character can be looked for too: 路灯坏了 → 路灯 灯坏 坏了 了.
 * Full-text over them finds exact pieces of text, whatever a dictionary knows.
 */
export interface Token {
  readonly word: string;
  /** Its place, from 1; a break between runs leaves one place free, so that no phrase reaches across. */
  readonly at: number;
}

/** PostgreSQL keeps no places beyond. */
const FURTHEST = 16_383;
const RUNS = /[\p{L}\p{N}]+/gu;

const runsOf = (text: string): readonly (readonly string[])[] =>
  Array.from(text.normalize('NFKC').toLowerCase().matchAll(RUNS), ([run]) => [...run]);

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const run of runsOf(text)) {
    for (let n = 0; n < run.length; n++) tokens.push({ word: `${run[n]}${run[n + 1] ?? ''}`, at: (at += 1) });
    at += 1;
    if (at >= FURTHEST) break;
  }
  return tokens;
}

/** The different pairs of a text in their order, single characters left out: what two texts can have in common. */
export const pairsOf = (text: string): readonly string[] => [
  ...new Set(runsOf(text).flatMap((run) => run.slice(0, -1).map((letter, n) => `${letter}${run[n + 1]}`))),
];

/** A `tsvector` literal. Tokens are letters and digits alone, so nothing in them needs escaping. */
export function searchVector(text: string): string {
  const places = new Map<string, number[]>();
  for (const { word, at } of tokensOf(text)) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  return Array.from(
    places,
    ([word, at]) => `'${word}':${at.filter((n) => n <= FURTHEST).join(',') || FURTHEST}`,
  ).join(' ');
}

/** A `tsquery` that finds every piece of what was asked as it stands; null when nothing in it can be looked for. */
export function phraseQuery(asked: string): string | null {
  const phrases = runsOf(asked).map((run) =>
    run.length === 1
      ? `'${run[0]}':*`
      : `(${run
          .slice(0, -1)
          .map((letter, n) => `'${letter}${run[n + 1]}'`)
          .join(' <-> ')})`,
  );
  return phrases.length > 0 ? phrases.join(' & ') : null;
}

/** A `tsquery` that finds whatever has one of these pairs; null for none. */
export const anyQuery = (pairs: readonly string[]): string | null =>
  pairs.length > 0 ? pairs.map((pair) => `'${pair}'`).join(' | ') : null;
