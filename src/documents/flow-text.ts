export interface FlowText {
  readonly say: (value: string) => void;
  /** Ends the line. */
  readonly flush: () => void;
  /** Enters (1) or leaves (-1) text whose blanks and line breaks count. */
  readonly preformat: (by: 1 | -1) => void;
}

/** Puts the texts of inline elements together to lines; outside preformatted text any white space is one blank. */
export function flowText(tell: (line: string) => void): FlowText {
  // Pieces, not one growing string: asking how it ends would copy it every time.
  let pieces: string[] = [];
  let endsBlank = true;
  let preformatted = 0;
  const flush = (): void => {
    const line = pieces.join('');
    const said = preformatted > 0 ? line.trimEnd() : line.trim();
    pieces = [];
    endsBlank = true;
    if (said !== '') tell(said);
  };
  const sayExactly = (value: string): void =>
    value.split('\n').forEach((part, at) => {
      if (at > 0) flush();
      pieces.push(part);
    });
  const sayFlowing = (value: string): void => {
    const single = value.replace(/[\s\u00a0]+/g, ' ');
    const piece = endsBlank ? single.trimStart() : single;
    if (piece === '') return;
    pieces.push(piece);
    endsBlank = piece.endsWith(' ');
  };
  return {
    say: (value) => (preformatted > 0 ? sayExactly(value) : sayFlowing(value)),
    flush,
    preformat: (by) => void (preformatted += by),
  };
}
