import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';

/** A figure with its name, as its neighbours remember it. */
export const asNeighbour = (other: Statement): string =>
  `${coreName(other.subject)}${other.figure.printed}${other.figure.unit.text}`;

/** The figure before it in the sentence; the words right behind it. */
export function companyOf(statement: Statement, before: Statement | undefined): readonly string[] {
  const near =
    before &&
    before.paragraph === statement.paragraph &&
    before.sentence === statement.sentence &&
    before.role === 'level';
  const left = near ? coreName(before.subject) : '';
  const right = tight(statement.after);
  return [
    ...(near && left.length >= 4 ? [`${left}${before.figure.printed}${before.figure.unit.text}`] : []),
    ...(right.length >= 4 ? [right.slice(0, 8)] : []),
  ];
}
