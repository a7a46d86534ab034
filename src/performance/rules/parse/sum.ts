import { equal, fraction, sum } from '#lib/fraction.ts';
import { fullOf } from '../full-of.ts';
import { num } from '../num.ts';
import type { Rule, SumOf } from '../rule.ts';
import { takenBy } from './award.ts';
import type { Draft, Source } from './draft.ts';
import type { PrintedList } from './list.ts';
import { readPerCase } from './per-case.ts';
import { readStepPenalty } from './step-penalty.ts';
import { N, readNumber } from './text.ts';

type SourceOf = (part: string, weight?: string) => Source;
const OWN_FULL = new RegExp(`(?:（(${N})分）|(?:得|计)(${N})分|满分(${N})分|^[^每扣]{0,40}?，(${N})分)`, 'u');

/** A list whose items are rules of their own: ①办结率100%得3分，每低1个百分点扣0.5分；②…. */
export function readListSum(
  list: PrintedList,
  source: SourceOf,
  leaf: (part: string, weight: string) => Draft | undefined,
): Draft | undefined {
  if (/\d/.test(list.head) || list.whole.length === 0) return undefined;
  const drafts = list.whole.map((each) => {
    const own = OWN_FULL.exec(each);
    const weight = own?.slice(1).find((part) => part !== undefined);
    return weight === undefined ? undefined : leaf(each, readNumber(weight));
  });
  if (!drafts.every((each) => each !== undefined)) return undefined;
  const rule: SumOf = { kind: 'sum', parts: drafts.map((each) => each.rule) };
  const full = source('').full;
  const total = sum(rule.parts.map((each) => fraction(fullOf(each))));
  const faults = equal(total, fraction(full))
    ? []
    : [{ kind: 'sum-differs', text: `各部分满分合计${num(total)}分，分值栏为${full}分` } as const];
  return {
    rule,
    readings: drafts.flatMap((each) => each.readings),
    faults: [...faults, ...drafts.flatMap((each) => each.faults)],
  };
}

/** 每低1个百分点扣0.5分；每出现一件退回扣0.2分: one full mark, two ways of losing it. */
export function readMixed(source: Source): Draft | undefined {
  const { statements } = source.clauses;
  const isCase = (at: number): boolean =>
    readPerCase({ ...source, clauses: { ...source.clauses, statements: statements.slice(at, at + 1) } }) !==
    undefined;
  const cases = statements.filter(
    (each, at) => (takenBy(each.award, source.full) !== undefined || each.award.kind === 'add') && isCase(at),
  );
  const others = statements.filter((each) => !cases.includes(each));
  if (
    cases.length === 0 ||
    others.length === 0 ||
    source.clauses.notes.length > 0 ||
    source.clauses.cap !== undefined
  )
    return undefined;
  if (cases.some((each) => each.award.kind === 'add')) return undefined;
  const { floor: _, cap: __, ...plain } = source.clauses;
  const floor = source.clauses.floor ?? '0';
  const base = readStepPenalty({ ...source, clauses: { ...plain, statements: others, floor } });
  const minus = readPerCase({ ...source, clauses: { statements: cases, notes: [], floor: '0' } });
  if (!base || minus?.rule.kind !== 'perCase') return undefined;
  const deduction: Rule = { ...minus.rule, full: '0', floor: `-${fullOf(base.rule)}` };
  const rule: SumOf = { kind: 'sum', parts: [base.rule, deduction], floor };
  return { rule, readings: [...new Set([...base.readings, ...minus.readings])], faults: base.faults };
}
