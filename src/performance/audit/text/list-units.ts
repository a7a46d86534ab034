import { figureOf, type FoundFigure } from './figure.ts';
import { tight } from './fold.ts';
import type { Statement } from './statement.ts';
import { isWhole } from './units.ts';

/** Numbers that are names: 编号12, 第3. */
const NUMBERED = /[第号码编版款]$/;
const NAMED = /[\u4e00-\u9fff]{2}/;

const isBare = ({ role, figure, subject, after }: Statement): boolean =>
  role === 'level' &&
  figure.unit.text === '' &&
  figure.decimals === 0 &&
  tight(after).replace(/^[()]+/, '') === '' &&
  NAMED.test(subject) &&
  !NUMBERED.test(tight(subject));

const isCounted = ({ role, figure }: Statement): boolean => role === 'level' && isWhole(figure.unit);
const isBeside = (a: Statement | undefined, b: Statement): a is Statement =>
  a !== undefined && a.sentence === b.sentence && a.depth === b.depth;

/** 予以公开86件；部分公开7；不予公开9件: a number without a unit among members that have one takes theirs. */
export function withListUnits(statements: readonly Statement[]): readonly Statement[] {
  if (!statements.some(isBare)) return statements;
  const levels = statements.filter(({ role }) => role === 'level');
  const at = new Map(levels.map((each, index) => [each, index]));
  return statements.map((each) => {
    const index = isBare(each) ? at.get(each) : undefined;
    if (index === undefined) return each;
    const next = levels[index + 1];
    // The last of a list has two before it.
    const [one, other] = isBeside(next, each)
      ? [levels[index - 1], next]
      : [levels[index - 1], levels[index - 2]];
    if (!isBeside(one, each) || !isBeside(other, each) || !isCounted(one) || !isCounted(other)) return each;
    const { unit } = one.figure;
    return unit.text === other.figure.unit.text
      ? { ...each, figure: figureOf(each.figure.printed, unit, each.figure.approximate) }
      : each;
  });
}

/** 低保2029户2685人: two counts of one thing in two units; 3小时20分 is one time. */
export const areGlued = (last: Statement | undefined, { figure, start }: FoundFigure): boolean =>
  last?.end === start &&
  last.role === 'level' &&
  last.figure.unit.dimension === 'count' &&
  ['count', 'money'].includes(figure.unit.dimension) &&
  last.figure.unit.text !== figure.unit.text;
