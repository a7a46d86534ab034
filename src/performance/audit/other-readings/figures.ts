import { sum, type Fraction } from '#lib/fraction.ts';
import { sameUnit } from '../checks/growth-finding.ts';
import type { Figure } from '../text/figure.ts';
import type { Statement } from '../text/statement.ts';

export const isAmount = ({ role, figure }: Statement): boolean =>
  role === 'level' && ['count', 'money', 'time', 'score'].includes(figure.unit.dimension);

/** For telling quickly what cannot be; exact numbers decide. */
export const roughly = ({ num, den }: Fraction): number => Number(num) / Number(den);

/** Neighbours of one unit added up: two to eight of them, one after another. */
export const runsOf = (amounts: readonly Statement[]): readonly Figure[] =>
  amounts.flatMap((first, at) => {
    const rest = amounts.slice(at, at + 8);
    const other = rest.findIndex(({ figure }) => !sameUnit(figure, first.figure));
    const run = other < 0 ? rest : rest.slice(0, other);
    return run.slice(1).map((_, more) => added(run.slice(0, more + 2)));
  });

const added = (run: readonly Statement[]): Figure => {
  const [first] = run as [Statement];
  return { ...first.figure, value: sum(run.map(({ figure }) => figure.value)) };
};
