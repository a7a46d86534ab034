/** 事项类型: ten kinds of administrative power and public services (law-and-standards §1.2). */
export const ITEM_TYPES = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  collection: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  ruling: '行政裁决',
  other: '其他行政权力',
  service: '公共服务',
} as const;
export type ItemType = keyof typeof ITEM_TYPES;

/** The two digits of a national basic code that say its type (law-and-standards §1.2; provinces differ, see the setting). */
export const NATIONAL_DIGITS: Readonly<Record<ItemType, string>> = {
  licence: '01',
  penalty: '02',
  coercion: '03',
  collection: '04',
  payment: '05',
  inspection: '06',
  confirmation: '07',
  reward: '08',
  ruling: '09',
  other: '10',
  service: '20',
};

/** Types that somebody applies for at a window; the others are listed and never accepted there. */
export const ON_APPLICATION: ReadonlySet<ItemType> = new Set([
  'licence',
  'payment',
  'confirmation',
  'reward',
  'ruling',
  'other',
  'service',
]);

/** 行使层级, by the digit that stands in an implementing code. */
export const LEVELS = {
  '1': '国家级',
  '2': '省级',
  '3': '市级',
  '4': '县级',
  '5': '乡级',
  '6': '村级',
} as const;
export type Level = keyof typeof LEVELS;
