import { equal, fraction, hundred, sum, toDecimal, type Fraction } from '#lib/fraction.ts';
import { isIn, type FrameworkBody, type FrameworkRow } from './row.ts';

export interface WeightFault {
  /** A group's path; empty for the whole form. */
  readonly path: string;
  readonly printed: string;
  readonly added: string;
}
type Weighed = Pick<FrameworkBody, 'rows' | 'groups'>;

const totalWeight = (rows: readonly FrameworkRow[]): Fraction => sum(rows.map((row) => fraction(row.weight)));

/** Where printed weights and the sum of their rows part: a fault of the form, never of the department. */
export function weightFaults({ rows, groups }: Weighed): readonly WeightFault[] {
  const whole = { path: '', weight: toDecimal(hundred) };
  return [whole, ...groups].flatMap((group) => {
    const inside = group.path === '' ? rows : rows.filter((row) => isIn(row.path, group.path));
    const added = totalWeight(inside);
    if (equal(added, fraction(group.weight))) return [];
    return [{ path: group.path, printed: group.weight, added: toDecimal(added) }];
  });
}
