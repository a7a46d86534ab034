import { divide, fraction, minus, plus, type Fraction } from '#lib/fraction.ts';
import type { Concept } from '../facts/concepts.ts';
import type { Aspect, Fact } from '../facts/fact.ts';
import { factOf } from '../facts/store.ts';
import type { Table } from '../tables/table.ts';
import type { Input } from './input.ts';
import { provenNothing } from './proof.ts';

interface Source {
  readonly facts: readonly Fact[];
  readonly tables: readonly Table[];
}
type Find = (source: Source) => Input | undefined;

const WAN = fraction(10_000);
const amount = (fact: Fact): Fraction =>
  fact.figure.unit.dimension === 'money' ? divide(fact.figure.value, WAN) : fact.figure.value;
const sure = (fact: Fact): Input => ({ value: amount(fact), places: [fact.place], note: '', question: '' });

const by =
  (concept: Concept, ...aspects: readonly Aspect[]): Find =>
  ({ facts }) => {
    for (const aspect of aspects) {
      const fact = factOf(facts, concept, aspect);
      if (fact) return sure(fact);
    }
    return undefined;
  };

const either =
  (...finds: readonly Find[]): Find =>
  (source) => {
    for (const find of finds) {
      const found = find(source);
      if (found) return found;
    }
    return undefined;
  };

/** 实有 counts whoever is there; whether all of them are on the establishment only the unit can say. */
const staffPresent: Find = ({ facts }) => {
  const fact = factOf(facts, 'staff');
  return (
    fact && {
      ...sure(fact),
      note: '文中只有实有人数，未列在职人员数',
      question: '实有人数是否都是在职在编人员',
    }
  );
};

const carriedIn: Find = ({ facts, tables }) => {
  const fact = factOf(facts, 'carriedIn');
  return fact ? sure(fact) : provenNothing(tables, 'carriedIn', 'income');
};

const adjustment: Find = ({ facts }) => {
  const adjusted = factOf(facts, 'spending', 'adjusted');
  const initial = factOf(facts, 'spending', 'budget');
  if (!adjusted || !initial) return undefined;
  return {
    value: minus(amount(adjusted), amount(initial)),
    places: [adjusted.place, initial.place],
    note: '调整后预算 − 年初预算',
    question: '',
  };
};

const addition: Find = (source) => {
  const found = adjustment(source);
  return found && { ...found, value: plus(found.value, fraction(0)) };
};

/** Where a report states the figures that formulas are made of; ids as in the catalogue of metrics. */
const FINDS: Readonly<Record<string, Find>> = {
  'staff.onPosts': either(by('staffInPost', 'actual'), staffPresent),
  'staff.established': by('posts', 'actual', 'budget'),
  'threePublic.budget': by('threePublic', 'budget', 'adjusted'),
  'threePublic.budgetLastYear': by('threePublic', 'last-budget'),
  'threePublic.actual': by('threePublic', 'actual'),
  'threePublic.actualLastYear': by('threePublic', 'last'),
  'projects.priority': by('keyProjects', 'actual'),
  'projects.spending': by('project', 'actual'),
  'budget.total': by('spending', 'adjusted', 'budget'),
  'budget.initial': by('spending', 'budget'),
  'budget.spending': by('spending', 'adjusted', 'budget'),
  'budget.completed': by('spending', 'actual'),
  'budget.adjusted': adjustment,
  'budget.added': addition,
  'carryOver.total': either(by('surplusCumulative', 'actual'), by('surplus', 'actual')),
  'carryOver.lastYear': either(by('surplusCumulative', 'last'), by('surplus', 'last')),
  'office.actual': by('operating', 'actual'),
  'office.budget': by('operating', 'adjusted', 'budget'),
  'procurement.actual': by('procurement', 'actual'),
  'procurement.budget': by('procurement', 'adjusted', 'budget'),
  'assets.inUse': by('assetsInUse', 'actual'),
  'assets.total': by('fixedAssets', 'actual'),
  'surplus.yearEnd': either(by('surplusCumulative', 'actual'), by('surplus', 'actual')),
  'surplus.carriedIn': carriedIn,
};

export const findInput = (id: string, source: Source): Input | undefined => FINDS[id]?.(source);
