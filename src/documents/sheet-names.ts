const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\\n\t]/g;

/** Captions as names of sheets: at most 31 characters, none that Excel forbids, no name twice (case ignored). */
export function sheetNames(captions: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const base =
      caption
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表';
    let name = cut(base, LONGEST);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${cut(base, LONGEST - 5)} (${count})`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Cut between characters, never inside one. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
