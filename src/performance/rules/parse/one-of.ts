import type { OneOf } from '../rule.ts';
import type { Draft } from './draft.ts';
import { readList } from './list.ts';

const CHOICE =
  /(?:以下|上述|以上)?(?:指标|两项|二者|两者)?(?:二|两)者?(?:者|项)?(?:择|选)(?:其)?一(?:项)?(?:进行)?(?:考核|评分|评价|计分)?[：；。，]?/;

/** Reads 二者择其一 over a list or over 或者; options that cannot be told apart leave the rule to a person. */
export function readOneOf(text: string, leaf: (part: string) => Draft | undefined): Draft | undefined {
  if (!CHOICE.test(text)) return undefined;
  const rest = text.replace(CHOICE, '').replace(/^[：；。，]+/, '');
  const list = readList(rest);
  const parts =
    list && list.head === '' && list.whole.length > 0 ? list.whole : rest.split(/[；。，]?或者?[：，]?/);
  if (parts.length < 2) return undefined;
  const drafts = parts.map((each) => leaf(each));
  if (!drafts.every((each) => each !== undefined)) return undefined;
  const rule: OneOf = { kind: 'oneOf', options: drafts.map((each) => each.rule) };
  return {
    rule,
    readings: drafts.flatMap((each) => each.readings),
    faults: drafts.flatMap((each) => each.faults),
  };
}
