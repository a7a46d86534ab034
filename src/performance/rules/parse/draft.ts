import type { FormFault } from '../parsed.ts';
import type { Num, Rule } from '../rule.ts';
import type { Clauses } from './clauses.ts';

/** A kind's answer: the rule it read, or nothing when the text is not wholly of its kind. */
export interface Draft {
  readonly rule: Rule;
  readonly readings: readonly string[];
  readonly faults: readonly FormFault[];
}
/** What every kind's reader is given. */
export interface Source {
  readonly clauses: Clauses;
  readonly full: Num;
  readonly name: string;
  readonly definition?: string;
}

export const fullFault = (stated: Num, weight: Num): readonly FormFault[] =>
  stated === weight
    ? []
    : [{ kind: 'full-differs', text: `评分标准的满分为${stated}分，分值栏为${weight}分` }];
