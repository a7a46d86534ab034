import type { Statement } from '../text/statement.ts';
import { isHandedOrPassed } from './part-words.ts';
import type { SumGroup } from './text-groups.ts';

const BACK = 16;

/** Two counts that leave no third (直接答复, 转办), and the total of a sentence before that they divide. */
export function dividedTotals(all: readonly Statement[]): readonly SumGroup[] {
  const statements = all.filter((each) => each.role === 'level' && each.figure.unit.dimension !== 'rate');
  return statements.flatMap((first, at) => {
    const second = statements[at + 1];
    if (
      !second ||
      !isCount(first) ||
      !isCount(second) ||
      !together(first, second) ||
      !isHandedOrPassed(first, second)
    )
      return [];
    const before = statements[at - 1];
    if (before && together(before, first) && before.role === 'level') return [];
    const whole = statements
      .slice(Math.max(0, at - BACK), at)
      .findLast(
        (other) =>
          isCount(other) &&
          /(?:受理|收到|接到|接听)/.test(other.subject) &&
          !/未|转办|派/.test(other.subject) &&
          other.figure.unit.text === first.figure.unit.text,
      );
    return whole ? [{ whole, parts: [first, second], opens: true, exhaustive: false, parallel: true }] : [];
  });
}

const together = (a: Statement, b: Statement): boolean =>
  a.sentence === b.sentence && a.paragraph === b.paragraph;
const isCount = (statement: Statement): boolean =>
  statement.role === 'level' && statement.figure.unit.dimension === 'count' && !statement.figure.approximate;
