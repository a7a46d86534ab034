import { fraction, minus } from '#lib/fraction.ts';
import { num, share } from '../num.ts';
import type { Num } from '../rule.ts';
import { N, readNumber } from './text.ts';

/** What a clause gives or takes. Shares are per cent of the full mark. */
export type Award =
  | { readonly kind: 'points' | 'deduct' | 'add' | 'share' | 'deductShare'; readonly v: Num }
  | { readonly kind: 'full' | 'zero' | 'proportion' };

export interface Awarded {
  /** The clause before its award. */
  readonly body: string;
  readonly award: Award;
}

const ITEM = '(?:该|此|本)?(?:项|指标|条|小项)?';
const WEIGHT = `${ITEM}的?(?:指标)?(?:分值|权重分值?|权重|满分|标准分|总分|分数)`;
const GIVE = '(?:可?得|计|记|给|评|赋|打|为|按|合计得)';
const TAKE = '(?:(?<!否)则|应|相应)?(?:扣除|扣减|扣|减去|减少|减)';

type Pattern = readonly [RegExp, (match: RegExpExecArray) => Award];
const one = (kind: 'points' | 'deduct' | 'add' | 'share' | 'deductShare', source: string): Pattern => [
  new RegExp(`^(.*?)${source}$`, 'u'),
  (match) => ({ kind, v: readNumber(match[2] ?? '0') }),
];
const plain = (kind: 'full' | 'zero' | 'proportion', source: string): Pattern => [
  new RegExp(`^(.*?)${source}$`, 'u'),
  () => ({ kind }),
];

/** Tried in this order: the particular before the general. */
const PATTERNS: readonly Pattern[] = [
  one('deductShare', `${TAKE}${WEIGHT}的?(${N})%(?:的?(?:分值|分数))?`),
  one('deductShare', `${TAKE}(${N})%的?${WEIGHT}`),
  plain(
    'zero',
    `(?:(?<!否)则|，)?(?:${GIVE}|${ITEM})?(?:均|一律)?${ITEM}(?:不得分|不计分|不给分|不予计分|不能得分|${GIVE}?(?<![\\d.])0分|${GIVE}零分|扣完全部分值|${TAKE}${ITEM}全部分值?|全扣)`,
  ),
  one('deduct', `${TAKE}${ITEM}(${N})分`),
  one('add', `(?:(?<!否)则)?(?:另)?(?:加|奖励|奖)(${N})分`),
  plain('full', `(?:${GIVE}|${GIVE}?分)?${ITEM}的?(?:满分|全分|全部分值?)(?:计算|计分|计|，?（?${N}分）?)?`),
  plain('full', '，?不扣分'),
  one('share', `${GIVE}${WEIGHT}的?(${N})%(?:计分|得分|计算|计|给分|赋分|的?分值?)?`),
  one('share', `${GIVE}(${N})%的?${WEIGHT}(?:分|计分)?`),
  plain(
    'proportion',
    `(?:(?<!否)则|，)?(?:按照?|依)(?:其|实际|完成|相应|该|对应|所占|到位|执行)*(?:的)?(?:比例|比率)(?:折算|计算|折合)?(?:相应)?(?:得分|计分|给分|赋分|分值|计算)?`,
  ),
  plain(
    'proportion',
    '(?:(?<!否)则|，)?(?:按|依)(?:实际)?(?:预算)?(?:完成|到位|执行)率(?:乘以|×)(?:该项|本项|指标)?(?:分值|权重分?|满分)(?:计算)?(?:得分|计分)?',
  ),
  one('points', `（${GIVE}?(${N})分）`),
  one('points', `[，：]?(?:(?<!否)则|均|可)?${GIVE}?(?:分)?${ITEM}(${N})分`),
];

/** The award a clause ends with; undefined when it ends with none. */
export function awardIn(clause: string): Awarded | undefined {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(clause);
    if (match) return { body: (match[1] ?? '').replace(/[，：]$/, ''), award: read(match) };
  }
  return undefined;
}

/** The points an award means under a full mark; undefined for a bonus or a proportion. */
export function pointsOf(award: Award, full: Num): Num | undefined {
  switch (award.kind) {
    case 'points':
      return award.v;
    case 'full':
      return full;
    case 'zero':
      return '0';
    case 'share':
      return share(award.v, full);
    case 'deduct':
      return num(minus(fraction(full), fraction(award.v)));
    case 'deductShare':
      return num(minus(fraction(full), fraction(share(award.v, full))));
    default:
      return undefined;
  }
}

/** How much a deduction takes; undefined when the award is none. */
export function takenBy(award: Award, full: Num): Num | undefined {
  if (award.kind === 'deduct') return award.v;
  return award.kind === 'deductShare' ? share(award.v, full) : undefined;
}
