import { bandText } from './bands.ts';
import type {
  Bands,
  CaseOf,
  Checklist,
  Limit,
  Num,
  PartOfStep,
  PerCase,
  Proportional,
  Rule,
  States,
  StepPenalty,
  SumOf,
  Unit,
  Unless,
} from './rule.ts';
import { opWord, stepSuffix, suffix } from './units.ts';

const CIRCLED = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];

/** The rule's own Chinese 评分标准; `parseRule` reads it back to the same rule. */
export function printRule(rule: Rule): string {
  switch (rule.kind) {
    case 'stepPenalty':
      return stepPenalty(rule);
    case 'bands':
      return bands(rule);
    case 'checklist':
      return checklist(rule);
    case 'perCase':
      return perCase(rule);
    case 'formula':
      return proportional(rule);
    case 'states':
      return states(rule);
    case 'oneOf':
      return `二者择其一考核：${rule.options.map((each, at) => `（${at + 1}）${printRule(each)}`).join('')}`;
    case 'sum':
      return sumOf(rule);
    case 'unless':
      return `${printRule(rule.rule)}${exemption(rule.notApplicable, rule.outcome)}`;
    case 'judged':
      return rule.text;
  }
}

const gives = (points: Num): string => (points === '0' ? '不得分' : `得${points}分`);
const floorText = (floor: Num): string => (floor === '0' ? '扣完为止' : `最低得${floor}分`);
const PARTIAL: Readonly<Record<PartOfStep, string>> = {
  whole: '，不足1个百分点的不扣分',
  started: '，不足1个百分点的按1个百分点计',
  'pro-rata': '，不足1个百分点的按比例扣分',
};
const limitText = (name: string, limit: Limit, unit: Unit): string =>
  `${name}${opWord(limit.op)}${limit.v}${suffix(unit)}`;

function stepPenalty(rule: StepPenalty): string {
  const unit = rule.metric.unit;
  const word = rule.side === 'above' ? '超过' : '低于';
  const size = rule.stepIn === 'percent' ? '%' : stepSuffix(unit);
  const full = `${rule.metric.name}${rule.side === 'above' ? '≤' : '≥'}${rule.threshold}${suffix(unit)}，得${rule.full}分`;
  const penalty = `每${word}${rule.step}${size}扣${rule.perStep}分${rule.partial ? PARTIAL[rule.partial] : ''}，${floorText(rule.floor)}`;
  const zero = rule.zeroIf ? `；${limitText(rule.metric.name, rule.zeroIf, unit)}，不得分` : '';
  return `${full}；${penalty}${zero}。`;
}

const bands = (rule: Bands): string =>
  `${rule.bands.map((each, at) => `${at === 0 ? rule.metric.name : ''}${bandText(each, rule.metric.unit)}，${gives(each.points)}`).join('；')}。`;

function checklist(rule: Checklist): string {
  const list = (text: (each: Checklist['items'][number]) => string): string =>
    rule.items.map((each, at) => `${CIRCLED[at] ?? ''}${text(each)}`).join('；');
  if (rule.mode === 'each') return `${list((each) => `${each.text}，${each.points}分`)}。`;
  const items = list((each) => each.text);
  if (rule.mode === 'all') return `${items}。以上全部符合得${rule.full}分，否则不得分。`;
  return `${items}。以上每有一项不符合的扣${rule.items[0]?.points ?? '0'}分，扣完为止。`;
}

function perCase(rule: PerCase): string {
  const isBonus = rule.cases.every((each) => each.sign > 0);
  const cap = rule.cap === undefined ? '' : `，最高${isBonus ? '加' : '得'}${rule.cap}分`;
  const floor = isBonus && rule.floor === '0' ? '' : `，${floorText(rule.floor)}`;
  return `${aboutText(rule.about)}${rule.cases.map(caseText).join('；')}${cap}${floor}。`;
}

/** A list is pointed back at by 以上情况. */
function aboutText(about: readonly string[]): string {
  if (about.length < 2) return about.map((each) => `${each}。`).join('');
  return `${about.map((each, at) => `${CIRCLED[at] ?? ''}${each}`).join('；')}。以上情况`;
}

function caseText(each: CaseOf): string {
  const free = each.after === undefined ? '' : `超过${each.after}${each.unit}的，`;
  const word = each.sign > 0 ? '加' : '扣';
  const change = `${free}每${each.verb}1${each.unit}${each.text}的${word}${each.perUnit}分`;
  const zero = `发现${each.zeroFrom}${each.unit}${each.text}的不得分`;
  if (each.zeroFrom === undefined) return change;
  return each.perUnit === '0' ? zero : `${change}；${zero}`;
}

function proportional(rule: Proportional): string {
  const { metric } = rule;
  const base = `${rule.base}${suffix(metric.unit)}`;
  const part = rule.invert
    ? `${base}÷${metric.name}`
    : rule.base === '100'
      ? metric.name
      : `${metric.name}÷${base}`;
  const full = rule.fullFrom ? `；${limitText(metric.name, rule.fullFrom, metric.unit)}，得满分` : '';
  const zero = rule.zeroIf ? `；${limitText(metric.name, rule.zeroIf, metric.unit)}，不得分` : '';
  return `得分=${part}×${rule.weight}分，最低得${rule.clamp[0]}分，最高得${rule.clamp[1]}分${full}${zero}。`;
}

const states = (rule: States): string =>
  `${rule.states.map((each) => `${each.text}，${gives(each.points)}`).join('；')}。`;

/** A deduction beside a full mark shares its sentence; parts with their own full marks are numbered. */
function sumOf(rule: SumOf): string {
  const [base, deduction] = rule.parts;
  if (
    base?.kind === 'stepPenalty' &&
    deduction?.kind === 'perCase' &&
    deduction.full === '0' &&
    rule.floor !== undefined
  ) {
    const step = stepPenalty(base)
      .replace(/，(?:扣完为止|最低得[\d.]+分)/, '')
      .replace(/。$/, '');
    return `${step}；${perCase({ ...deduction, floor: rule.floor })}`;
  }
  return rule.parts.map((each, at) => `（${at + 1}）${printRule(each)}`).join('');
}

const exemption = (text: string, outcome: Unless['outcome']): string =>
  outcome === 'full'
    ? `${text}的，按满分计算。`
    : outcome === 'zero'
      ? `${text}的，不得分。`
      : `${text}的，本项不考核，余下指标折算为百分制。`;
