import { divide, fraction, minus, plus, type Fraction } from '#lib/fraction.ts';
import type { Concept } from '../facts/concepts.ts';
import type { Aspect, Fact } from '../facts/fact.ts';
import { factOf, isOfWhole } from '../facts/store.ts';
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

const BUDGET = /^(?:全年|年初|年度|调整后|部门|支出)*预算(?:总)?数?$/;
const COMPLETED = /^(?:全年|年度|实际|预算)*(?:完成|执行)数?$/;

/** 预算数1000万元，完成数960万元: side by side, of nothing named before them, and only once. */
const bareBudget =
  (wanted: RegExp): Find =>
  ({ facts }) => {
    const money = facts.filter(
      (fact) => fact.source === 'text' && isOfWhole(fact) && fact.figure.unit.dimension === 'money',
    );
    const pairs = money.flatMap((budget, at) => {
      const completed = money[at + 1];
      const bare = budget.concept === undefined && budget.whole && BUDGET.test(budget.name);
      const beside = completed?.place.line === budget.place.line && COMPLETED.test(completed.name);
      return bare && beside ? [[budget, completed]] : [];
    });
    const fact = pairs.length === 1 ? pairs[0]?.find(({ name }) => wanted.test(name)) : undefined;
    const question = wanted === BUDGET ? '文中“预算数”“完成数”是否为部门整体预算' : '';
    return fact && { ...sure(fact), question };
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
  'budget.total': either(by('spending', 'adjusted', 'budget'), bareBudget(BUDGET)),
  'budget.initial': by('spending', 'budget'),
  'budget.spending': by('spending', 'adjusted', 'budget'),
  'budget.completed': either(by('spending', 'actual'), bareBudget(COMPLETED)),
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
