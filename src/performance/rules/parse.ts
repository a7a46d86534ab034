import { readBands } from './parse/bands.ts';
import { readChecklist } from './parse/checklist.ts';
import { clauses, hasLimits } from './parse/clauses.ts';
import { condition } from './parse/condition.ts';
import type { Draft, Source } from './parse/draft.ts';
import { readList, type PrintedList } from './parse/list.ts';
import { exemptionIn } from './parse/not-applicable.ts';
import { readOneOf } from './parse/one-of.ts';
import { readPerCase } from './parse/per-case.ts';
import { readProportional } from './parse/proportional.ts';
import { readStates } from './parse/states.ts';
import { readStepPenalty } from './parse/step-penalty.ts';
import { readListSum, readMixed } from './parse/sum.ts';
import { normalise } from './parse/text.ts';
import { awardIn } from './parse/award.ts';
import { canonical } from './num.ts';
import type { ParsedRule, RuleContext } from './parsed.ts';
import type { Judged } from './rule.ts';

/** Words that leave the points to a person, wherever they stand. */
const DISCRETION =
  /酌情|酌予|酌扣|视情|视(?:具体|实际|完成)?情况|视(?:其)?程度|根据(?:具体|实际|完成|整改)?情况|适当(?:扣|给|加|减|计|得|评)|合理(?:确定|赋分)|综合(?:评定|评价|判断|考量)[^；。]{0,6}(?:得|打|计|给|赋|评)分|(?:专家|评委|评价组|考核组)(?:评|打|根据)|个性化|分档计分|(?:依据|根据|按照?)[^；。]*(?:文件|办法|细则|方案|》)[^；。，]*(?:考核|计分|评分|打分|设置)/;

/**
 * Reads a printed 评分标准. Never throws and never guesses: what is not understood whole becomes `judged`
 * with its text kept.
 */
export function parseRule(text: string, context: RuleContext): ParsedRule {
  const full = weightOf(context.full);
  const bare = normalise(text);
  if (bare === '' || bare.length > 4000 || full === undefined || DISCRETION.test(bare))
    return judged(text, full ?? '0');
  const exempted = exemptionIn(bare);
  const body = exempted?.rest ?? bare;
  const source = (part: string, weight = full): Source => ({
    clauses: clauses(part, weight),
    full: weight,
    name: context.name,
    ...(context.definition !== undefined && { definition: context.definition }),
  });
  const draft = readOneOf(body, (part) => leaf(part, source)) ?? leaf(body, source);
  if (!draft) return judged(text, full);
  if (!exempted) return draft;
  const rule = {
    kind: 'unless',
    notApplicable: exempted.notApplicable,
    then: exempted.then,
    rule: draft.rule,
  } as const;
  return { ...draft, rule };
}

type SourceOf = (part: string, weight?: string) => Source;

/** The kinds are tried from the most particular; each answers only when it understood every clause. */
function leaf(text: string, source: SourceOf): Draft | undefined {
  const list = readList(text);
  if (list) return listed(list, source);
  const read = source(text);
  return (
    readProportional(read) ??
    readStepPenalty(read) ??
    readBands(read) ??
    readPerCase(read) ??
    readStates(read) ??
    readMixed(read) ??
    single(read)
  );
}

function listed(list: PrintedList, source: SourceOf): Draft | undefined {
  const full = source('').full;
  const plain = list.items.map((each) => awardIn(each));
  const said = plain.every((each) => each !== undefined) ? plain : undefined;
  if (said?.every((each) => condition(each.body) !== undefined)) {
    const joined = leaf(
      [list.head, ...list.items, list.tail].filter((each) => each !== '').join('；'),
      source,
    );
    if (joined) return joined;
  }
  const checklist = readChecklist(list, full);
  if (said && list.tail === '' && list.head === '') {
    const states = checklist?.faults.length ? readStates(source(''), said) : undefined;
    if (states) return states;
  }
  if (checklist) return checklist;
  if (list.items.every((each) => awardIn(each) === undefined)) {
    const read = source([list.head, list.tail].filter((each) => each !== '').join('；'));
    if (read.clauses.statements.length > 0) return readPerCase(read, list.items);
  }
  return readListSum(list, source, (part, weight) => leaf(part, (inner, of) => source(inner, of ?? weight)));
}

/** One award and no list: 建立管理制度的，得2分. */
function single(source: Source): Draft | undefined {
  const { statements, notes } = source.clauses;
  if (notes.length > 0 || hasLimits(source.clauses)) return undefined;
  const readable = statements.filter(
    (each) => each.body !== '' && condition(each.body) === undefined && !/每|比例/.test(each.body),
  );
  if (statements.length === 0 || readable.length !== statements.length) return undefined;
  const items = statements.map((each) =>
    each.award.kind === 'points'
      ? `${each.body}，${each.award.v}分`
      : each.award.kind === 'full'
        ? `${each.body}，${source.full}分`
        : each.body,
  );
  const draft = readChecklist({ head: '', items, tail: '', whole: items }, source.full);
  return draft && draft.faults.length === 0 ? draft : undefined;
}

function weightOf(full: string): string | undefined {
  return /^\d+(?:\.\d+)?$/.test(full.trim()) ? canonical(full.trim()) : undefined;
}

function judged(text: string, full: string): ParsedRule {
  const source = /《[^》]+》(?:（[^）]*号）|\([^)]*号\))?/.exec(text)?.[0];
  const rule: Judged = {
    kind: 'judged',
    range: ['0', full],
    reasonRequired: true,
    text,
    ...(source && { source }),
  };
  return { rule, readings: ['评分标准没有可计算的规则，由评价人员判断'], faults: [] };
}
