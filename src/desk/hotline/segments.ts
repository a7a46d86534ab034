/** A piece of a text, and whether it is one that is to be looked at. */
export interface Segment {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The text in pieces, every occurrence of one of the words marked; longer words before those they contain. */
export function segmentsOf(text: string, words: readonly string[]): readonly Segment[] {
  const wanted = [...new Set(words)].filter((each) => each !== '').toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return text === '' ? [] : [{ text, isMarked: false }];
  const escaped = wanted.map((each) => each.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const marked = new Set(wanted);
  return text
    .split(new RegExp(`(${escaped.join('|')})`))
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isMarked: marked.has(piece) }));
}
