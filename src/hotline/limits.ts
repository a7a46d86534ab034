import { Type } from 'typebox';
import type { Limit } from '#calendar/index.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { setting } from '#lib/setting.ts';
import { ORDER_TYPES, type OrderType } from './order/words.ts';

const UNITS = { 'working-day': '工作日', 'natural-day': '自然日', hour: '小时', 'working-hour': '工作小时' };

/** One line of the table of limits; what a line leaves open fits anything. The first line that fits holds. */
const LimitRule = Type.Object({
  type: Type.Optional(oneOf(ORDER_TYPES, '诉求类型')),
  isUrgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  topic: Type.Optional(Type.String({ title: '主题（含下级）', maxLength: 120 })),
  amount: Type.Integer({ title: '时限', minimum: 0, maximum: 365 }),
  unit: oneOf(UNITS, '单位'),
  because: Type.String({ title: '依据', minLength: 2, maxLength: 200 }),
});
const LimitTable = Type.Object({
  place: Type.String({ title: '适用地区', minLength: 2, maxLength: 60 }),
  isExample: Type.Boolean({ title: '示例（未经本地确认）' }),
  rules: Type.Array(LimitRule, { title: '时限表', minItems: 1, maxItems: 200 }),
});
export interface LimitRule {
  readonly type?: OrderType;
  readonly isUrgent?: boolean;
  readonly topic?: string;
  readonly amount: number;
  readonly unit: Limit['unit'];
  readonly because: string;
}
export interface LimitTable {
  readonly place: string;
  readonly isExample: boolean;
  readonly rules: readonly LimitRule[];
}

const days = (amount: number, because: string, more: Partial<LimitRule> = {}): LimitRule => ({
  ...more,
  amount,
  unit: 'working-day',
  because,
});
const hours = (amount: number, because: string): LimitRule => ({
  isUrgent: true,
  amount,
  unit: 'hour',
  because,
});

/** Published limits of several places (law-and-standards §3.2). None is ours: a place must enter its own. */
export const LIMIT_TABLES: Readonly<Record<string, LimitTable>> = {
  shandong: {
    place: '山东省（示例）',
    isExample: true,
    rules: [hours(24, '紧急诉求，示例'), days(5, '山东省12345热线2020年办理时限，示例')],
  },
  'city-bureau': {
    place: '某市行政审批局规则（示例）',
    isExample: true,
    rules: [
      { isUrgent: true, amount: 0, unit: 'working-day', because: '紧急事项当日办结' },
      days(3, '咨询三日内', { type: 'consultation' }),
      days(3, '求助三日内', { type: 'help' }),
      days(13, '投诉、举报、建议十三日内'),
    ],
  },
  xiangtan: {
    place: '湘潭（示例）',
    isExample: true,
    rules: [hours(24, '紧急诉求，示例'), days(5, '一般事项五个工作日')],
  },
  shenyang: {
    place: '沈阳市长信箱（示例）',
    isExample: true,
    rules: [hours(24, '紧急诉求，示例'), days(3, '一般事项三个工作日')],
  },
  beijing: {
    place: '北京分级（示例）',
    isExample: true,
    rules: [
      hours(24, '紧急诉求二十四小时'),
      { type: 'complaint', amount: 7, unit: 'natural-day', because: '一般诉求七日' },
      { amount: 7, unit: 'natural-day', because: '一般诉求七日' },
    ],
  },
};

/** Nought days is the same day (当日); nought hours is no time at all. */
function refuseNoTime({ rules }: Pick<LimitTable, 'rules'>): void {
  const at = rules.findIndex(({ amount, unit }) => amount === 0 && unit.endsWith('hour'));
  if (at !== -1)
    refuse(
      'hotline.limit-of-nothing',
      { line: at + 1 },
      { fields: [{ path: `value.rules.${at}.amount`, message: '按小时的时限至少 1 小时' }] },
    );
}

/** 办理时限 — by type, urgency and topic; with the day from which it holds. */
export const limits = setting({
  name: 'hotline.limits',
  title: '工单办理时限',
  about:
    '按诉求类型、紧急程度和主题确定办理时限，自派单起算；从上到下第一条适用的为准。出厂值是山东省的示例，请按本地规定填写并去掉“示例”标记',
  schema: LimitTable,
  check: refuseNoTime,
  initial: LIMIT_TABLES['shandong'] as never,
});

interface Asking {
  readonly type: string;
  readonly isUrgent: boolean | null;
  readonly topic: string;
}
const isUnder = (topic: string, above: string): boolean => topic === above || topic.startsWith(`${above}/`);

/** The limit of an order: the first line that fits. Undefined when the table leaves this kind out. */
export const limitFor = (table: LimitTable, { type, isUrgent, topic }: Asking): LimitRule | undefined =>
  table.rules.find(
    (rule) =>
      (rule.type === undefined || rule.type === type) &&
      (rule.isUrgent === undefined || rule.isUrgent === (isUrgent === true)) &&
      (rule.topic === undefined || isUnder(topic, rule.topic)),
  );
