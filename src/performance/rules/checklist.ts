import { fraction, max, min, minus, sum, zero, type Fraction } from '#lib/fraction.ts';
import { shown } from './num.ts';
import type { Checklist, ChecklistItem } from './rule.ts';
import type { RuleInputs, Scored, Step } from './scored.ts';

/** 逐条评分 — computed only when a person has answered every item; until then a range, and what to establish. */
export function checklist(rule: Checklist, inputs: RuleInputs): Scored {
  const answer = (each: ChecklistItem): boolean | undefined => inputs.answers?.[each.text];
  const open = rule.items.filter((each) => answer(each) === undefined);
  const range = {
    low: total(rule, (each) => answer(each) ?? false),
    high: total(rule, (each) => answer(each) ?? true),
  };
  if (open.length > 0) return { status: 'judged', range, asks: open.map((each) => each.text) };
  const because = rule.items.map((each) => line(rule, each, answer(each) === true));
  const end = { text: `合计得${shown(range.low)}分`, figures: { 得分: shown(range.low) } };
  return { status: 'computed', points: range.low, range, because: [...because, end] };
}

function total(rule: Checklist, isMet: (each: ChecklistItem) => boolean): Fraction {
  const full = fraction(rule.full);
  const points = (items: readonly ChecklistItem[]): Fraction =>
    sum(items.map((each) => fraction(each.points)));
  if (rule.mode === 'all') return rule.items.every(isMet) ? full : zero;
  if (rule.mode === 'each') return min(full, points(rule.items.filter(isMet)));
  return max(zero, minus(full, points(rule.items.filter((each) => !isMet(each)))));
}

function line(rule: Checklist, each: ChecklistItem, met: boolean): Step {
  const gives =
    rule.mode === 'all'
      ? met
        ? '符合'
        : '不符合，全项不得分'
      : rule.mode === 'each'
        ? met
          ? `得${each.points}分`
          : '不得分'
        : met
          ? '不扣分'
          : `扣${each.points}分`;
  return { text: `${each.text}：${met ? '是' : '否'}，${gives}`, figures: { 分值: each.points } };
}
