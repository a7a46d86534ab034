import type { Fraction } from '#lib/fraction.ts';
import { zero } from '#lib/fraction.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { ruleValue } from '../evaluation/figure.ts';
import { ruleAliases } from '../evaluation/known.ts';
import type { RuleInputs } from '../rules/index.ts';
import type { FigureBook } from './figure-book.ts';

/** A figure read in the place of one that is not there; the score it gives is always to be explained. */
interface StandIn {
  readonly for: string;
  readonly figure: string;
  readonly why: string;
}
/** 财政部门决算编制口径: 在职 counts posts only, 实有 also holds the retired and the hired. */
export const standIns: readonly StandIn[] = [
  {
    for: 'staff.onPosts',
    figure: 'staff.actual',
    why: '实有人数不等于在职人员数（可能含离退休、临聘人员），以实有人数代入，待单位说明',
  },
];

/**
 * What rules read, in three layers, so that it can be told what a score rests on: figures as given; blanks that a row
 * sum proves to be nothing; figures that stand in for another.
 */
export interface InputLayers {
  readonly given: RuleInputs;
  readonly withZeros: RuleInputs;
  readonly withStandIns: RuleInputs;
}

export function inputLayers(content: Pick<Content, 'figures' | 'confirmed'>, book: FigureBook): InputLayers {
  const answers = content.confirmed;
  const given: Record<string, Fraction> = {};
  for (const [key, figure] of Object.entries(content.figures)) {
    const value = ruleValue(figure);
    if (value) given[key] = value;
  }
  const named = aliased(given);
  const zeros = aliased(Object.fromEntries([...book.provenZeros.keys()].map((key) => [key, zero])));
  const withZeros = { ...zeros, ...named };
  const borrowed = standIns.flatMap((each) => {
    const value = withZeros[each.figure];
    return value ? [[each.for, value] as const] : [];
  });
  return {
    given: { figures: named, answers },
    withZeros: { figures: withZeros, answers },
    withStandIns: { figures: { ...Object.fromEntries(borrowed), ...withZeros }, answers },
  };
}

/** Rules ask for some figures under another key than the form's tables. */
function aliased(figures: Readonly<Record<string, Fraction>>): Readonly<Record<string, Fraction>> {
  const more = Object.entries(ruleAliases).flatMap(([asked, key]) => {
    const value = figures[key];
    return value ? [[asked, value] as const] : [];
  });
  return { ...Object.fromEntries(more), ...figures };
}

/** The key of this evaluation under which a rule's figure is entered. */
export const keyOfRuleFigure = (id: string): string => ruleAliases[id] ?? id;
