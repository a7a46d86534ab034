import type { Piece, Rule } from './pdf-page.ts';

/**
 * A piece that runs across a drawn vertical line is the texts of two cells, which the PDF library took for one because
 * they stand close (a number to the right, then a word to the left). It is cut at the blank nearest to the line; without
 * a blank it is one text that does not fit its cell.
 */
export function splitAtRules(piece: Piece, down: readonly Rule[]): readonly Piece[] {
  const middle = piece.base - piece.size * 0.35;
  const crossing = down
    .filter(
      ({ at, from, to }) => at > piece.left + 1 && at < piece.right - 1 && from <= middle && middle <= to,
    )
    .map(({ at }) => at);
  const parts: Piece[] = [];
  let rest = piece;
  for (const at of crossing.sort((a, b) => a - b)) {
    const cut = nearestBlank(rest, at);
    if (cut === undefined) continue;
    parts.push({ ...rest, text: rest.text.slice(0, cut).trim(), right: at - 1 });
    rest = { ...rest, text: rest.text.slice(cut).trim(), left: at + 1 };
  }
  return [...parts, rest];
}

/** The place of the blank whose estimated position is nearest to `at`, no further than two characters. */
function nearestBlank({ text, left, right, size }: Piece, at: number): number | undefined {
  const widths = [...text].map(
    (character) => (/[\u2e80-\uffef]/.test(character) ? 1 : 0.5) * character.length,
  );
  const scale = (right - left) / (widths.reduce((sum, width) => sum + width, 0) || 1);
  let best: number | undefined;
  let distance = size * 2;
  let x = left;
  let index = 0;
  for (const [place, character] of [...text].entries()) {
    const width = widths[place]! * scale;
    const away = Math.abs(x + width / 2 - at);
    if (character.trim() === '' && away < distance) [best, distance] = [index, away];
    x += width;
    index += character.length;
  }
  return best;
}
