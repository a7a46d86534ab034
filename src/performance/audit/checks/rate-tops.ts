import { sum } from '#lib/fraction.ts';
import type { Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import type { RateDefinition } from './rate-names.ts';

/** What may stand above the line: one count, several added, or the rest of the base. */
export interface Top {
  readonly statements: readonly Statement[];
  readonly figure: Figure;
  /** The base less these: satisfied are those who did not say 不满意. */
  readonly complement: boolean;
  /** Alternatives of one kind of reading count as one. */
  readonly key: string;
}

export function topsOf(definition: RateDefinition, near: readonly Statement[]): readonly Top[] {
  const fits = (other: Statement): boolean => {
    const subject = tight(other.subject);
    return definition.top.test(subject) && !(definition.notTop?.test(subject) ?? false);
  };
  const tops = near
    .filter(fits)
    .map((one, at): Top => ({ statements: [one], figure: one.figure, complement: false, key: `one${at}` }));
  return definition.levels === true ? [...tops, ...levelsOf(near, tops)] : tops;
}

const LEVELS = /(?:非常|很|比较|基本)满意/;
const UNSATISFIED = /不满意/;

/** 非常满意, 满意 and 基本满意 together; or everybody but 不满意. */
function levelsOf(near: readonly Statement[], tops: readonly Top[]): readonly Top[] {
  const levels = near.filter((other) => LEVELS.test(tight(other.subject)) && !/率|度/.test(other.subject));
  const plain = tops.flatMap((top) => top.statements).slice(-1);
  const found: Top[] = [];
  for (const together of [[...plain, ...levels], levels]) {
    const [first] = together;
    if (first && together.length > 1)
      found.push({
        statements: together,
        figure: { ...first.figure, value: sum(together.map((one) => one.figure.value)) },
        complement: false,
        key: 'one0',
      });
  }
  const not = near.filter((other) => UNSATISFIED.test(other.subject) && !/率|度/.test(other.subject));
  const [first] = not;
  if (first)
    found.push({
      statements: not,
      figure: { ...first.figure, value: sum(not.map((one) => one.figure.value)) },
      complement: true,
      key: tops.length > 0 ? 'one0' : 'rest',
    });
  return found;
}
