import { divide, fraction, type Fraction } from '#lib/fraction.ts';
import type { Item } from '../item/item.ts';

type Counted = Pick<
  Item,
  | 'state'
  | 'isComplete'
  | 'isOnApplication'
  | 'kind'
  | 'visits'
  | 'isOnline'
  | 'legalDays'
  | 'promisedDays'
  | 'dayUnit'
>;
/** One computed number of a catalogue: numerator over denominator, never a quotient alone. */
export interface CatalogueRate {
  readonly name: keyof typeof RATES;
  readonly title: string;
  /** 口径: what over what, in one sentence. */
  readonly basis: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Per cent of it; null when there is nothing to divide by. */
  readonly value: Fraction | null;
}
interface Definition {
  readonly title: string;
  readonly basis: string;
  /** What an item adds to both sides; nothing when it is not asked. */
  readonly of: (item: Counted) => readonly [top: number, under: number] | null;
}

const share =
  (asked: (item: Counted) => boolean, has: (item: Counted) => boolean): Definition['of'] =>
  (item) =>
    asked(item) ? [has(item) ? 1 : 0, 1] : null;
const anyItem = (): boolean => true;

/** 计算口径 (law-and-standards §1.5). Cancelled items are in none of them. */
export const RATES = {
  fill: {
    title: '填报率',
    basis: '必填要素全部填报的事项数 ÷ 事项数',
    of: share(anyItem, ({ isComplete }) => isComplete),
  },
  publish: {
    title: '发布率',
    basis: '已发布（含暂停办理）的事项数 ÷ 事项数',
    of: share(anyItem, ({ state }) => state === 'published' || state === 'suspended'),
  },
  instant: {
    title: '即办率',
    basis: '即办件事项数 ÷ 依申请办理的事项数；办件类型未填的计入分母',
    of: share(
      ({ isOnApplication }) => isOnApplication,
      ({ kind }) => kind === 'instant',
    ),
  },
  compression: {
    title: '时限压缩率',
    basis:
      '（法定时限合计 − 承诺时限合计）÷ 法定时限合计；只计法定时限大于 0、承诺时限已填且两者单位相同的事项',
    of: ({ legalDays, promisedDays, dayUnit }) =>
      legalDays === null || promisedDays === null || dayUnit === null || legalDays === 0
        ? null
        : [legalDays - promisedDays, legalDays],
  },
  'one-visit': {
    title: '最多跑一次率',
    basis: '到办事现场次数不超过 1 次的事项数 ÷ 依申请办理的事项数；次数未填的计入分母',
    of: share(
      ({ isOnApplication }) => isOnApplication,
      ({ visits }) => visits !== null && visits <= 1,
    ),
  },
  'no-visit': {
    title: '不见面办理率',
    basis: '到办事现场次数为 0 的事项数 ÷ 依申请办理的事项数；次数未填的计入分母',
    of: share(
      ({ isOnApplication }) => isOnApplication,
      ({ visits }) => visits === 0,
    ),
  },
  online: {
    title: '网上可办率',
    basis: '可网办的事项数 ÷ 依申请办理的事项数；是否网办未填的计入分母',
    of: share(
      ({ isOnApplication }) => isOnApplication,
      ({ isOnline }) => isOnline === true,
    ),
  },
} as const satisfies Readonly<Record<string, Definition>>;
export type RateName = keyof typeof RATES;

/** Whether the item is asked for a rate, and whether it counts in full towards it: the lists behind the two figures. */
export function standing(name: RateName, item: Counted): 'counts' | 'asked' | null {
  const parts = RATES[name].of(item);
  return parts === null ? null : parts[0] > 0 ? 'counts' : 'asked';
}

/** The rates of a catalogue as it stands. Exact: 2 of 3 is 200/3 per cent. */
export function ratesOf(items: readonly Counted[]): readonly CatalogueRate[] {
  const living = items.filter(({ state }) => state !== 'cancelled');
  return (Object.keys(RATES) as RateName[]).map((name) => {
    const { title, basis, of } = RATES[name];
    let [numerator, denominator] = [0, 0];
    for (const item of living) {
      const [top, under] = of(item) ?? [0, 0];
      numerator += top;
      denominator += under;
    }
    const value = denominator === 0 ? null : divide(fraction(numerator * 100), fraction(denominator));
    return { name, title, basis, numerator, denominator, value };
  });
}
