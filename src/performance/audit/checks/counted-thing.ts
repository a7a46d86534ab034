import type { Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';

const PEOPLE = /^(?:万|千|百)?[人名位]$/;
/** What a sentence goes on with; a noun does not begin so. */
const GOES_ON = /^(?:[的和与及共均已未占为是较比同环达到、]|其中|以上|左右|(?=[^\u4e00-\u9fff]))/;

/**
 * 68个网格、136名专兼职网格员: the noun behind a measure word is what is counted; the one before the mark belongs to the
 * figure before it. People are no things either: 136名 is not held against 网格数（个）.
 */
export function countsAnother(
  { subject, after, text, start, figure }: Statement,
  name: string,
  cell: Figure,
): boolean {
  if (figure.unit.dimension !== 'count') return false;
  const units = [figure, cell].map(({ unit }) => unit);
  if (units.every(({ dimension }) => dimension === 'count')) {
    const [own, other] = units.map((unit) => PEOPLE.test(unit.text));
    if (own !== other) return true;
  }
  const noun = tight(after).replace(/[(].*$/, '');
  if (noun.length < 2 || GOES_ON.test(noun)) return false;
  const isBehindMark = /[，,、]\s?$/.test(text.slice(0, Math.min(30, start)));
  return isBehindMark && tight(subject) !== '' && coreName(noun) !== name;
}
