/** A name for a matter is a stretch of two to sixteen characters that its titles share and others do not use. */
const SHORTEST = 2;
const LONGEST = 16;
/** A stretch that mostly stands inside one longer by a character is a torn-off piece of it. */
const MOSTLY = 0.75;
const WORD = /[\p{L}\p{N}]+/gu;
const MOST = 3;
/** Longer names are no better names. */
const FULL = 8;
/** A name is in at least so many of the texts. */
const SHARED = 0.4;
/** Not the beginning or end of a word people would say: particles, pronouns, measure words. */
const EDGE =
  /^[的了在是和与我们您有到为被对等及请把将这那个也就都不]|[的了在是和与我们您有到为被对等及请把将这那也就都不]$/;

function stretchesOf(text: string): ReadonlySet<string> {
  const stretches = new Set<string>();
  for (const [word] of text.normalize('NFKC').matchAll(WORD))
    for (let from = 0; from < word.length; from += 1)
      for (let size = SHORTEST; size <= LONGEST && from + size <= word.length; size += 1)
        stretches.add(word.slice(from, from + size));
  return stretches;
}

const overlap = (a: string, b: string): boolean => {
  if (a.includes(b) || b.includes(a)) return true;
  return [...a].slice(1).some((_, i) => b.includes(a.slice(i, i + 2)));
};

/** In how many of the texts each stretch stands. */
export function stretchCounts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const stretch of stretchesOf(text)) counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  return counts;
}

/** Stretches that are torn off a longer one of nearly as many texts. */
function tornOff(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const torn = new Set<string>();
  for (const [longer, many] of counts)
    for (const part of [longer.slice(1), longer.slice(0, -1)])
      if (many >= MOSTLY * (counts.get(part) ?? Infinity)) torn.add(part);
  return torn;
}

/**
 * Up to three stretches that name the group: shared by as many of its titles as possible, by few others, and long.
 * `around`: in how many of all titles each stretch stands.
 */
export function nameOf(texts: readonly string[], around: ReadonlyMap<string, number>, all: number): string {
  const counts = stretchCounts(texts);
  const torn = tornOff(counts);
  const shared = [...counts].filter(
    ([stretch, many]) =>
      many >= Math.max(2, texts.length * SHARED) && !torn.has(stretch) && !EDGE.test(stretch),
  );
  const scored = shared
    .map(([stretch, many]) => {
      const elsewhere = Math.max(0, (around.get(stretch) ?? many) - many);
      const contrast = Math.log(many / texts.length / ((elsewhere + 0.5) / (all + 1)));
      return {
        stretch,
        score: (many / texts.length) * Math.max(0, contrast) * Math.sqrt(Math.min(stretch.length, FULL)),
      };
    })
    .sort((a, b) => b.score - a.score || (a.stretch < b.stretch ? -1 : 1));
  const chosen: string[] = [];
  for (const { stretch } of scored) {
    if (chosen.length === MOST) break;
    if (!chosen.some((each) => overlap(each, stretch))) chosen.push(stretch);
  }
  return chosen.join(' ');
}
