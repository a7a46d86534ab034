import type { ExtractedLine } from '#documents/extracted.ts';
import { cellFigure } from '../text/figure.ts';
import { fold, quote, tight } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import { conceptOf } from './concepts.ts';
import type { Fact } from './fact.ts';

const SCORE = /(?:综合|自评|评价)(?:得分|总分|评分)$/;

/** 人员编制 on one line and 18 on the next: what is left of a form's pairs when its cells became lines. */
export function linePairs(lines: readonly ExtractedLine[]): readonly Fact[] {
  const filled = lines.filter((line) => line.text.trim() !== '' && !line.text.startsWith('\t'));
  return filled.flatMap((line, at) => {
    const next = filled[at + 1];
    if (!next || line.text.length > 20 || next.text.length > 12 || next.number - line.number > 3) return [];
    const name = tight(line.text);
    const concept = conceptOf(name);
    if (!SCORE.test(name) && concept !== 'posts' && concept !== 'staff' && concept !== 'staffInPost')
      return [];
    const figure = cellFigure(fold(next.text), bare);
    if (!figure) return [];
    const place = { line: next.number, place: name, text: quote(next.text) };
    return [{ name, concept, aspect: 'actual', figure, place, source: 'pair', whole: true }];
  });
}
