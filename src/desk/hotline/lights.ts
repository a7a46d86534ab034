import type { Mark } from '#desk/components/marks.ts';
import { isInStep, STEP_TITLES } from '#hotline/order/step-words.ts';
import { RUNNING } from '#hotline/order/words.ts';
import type { Order } from './model.ts';

export type Light = 'red' | 'yellow' | 'green';
/** When it is looked at, and the moment before which less than a working day is left. */
export interface Moment {
  readonly now: number;
  readonly yellowBefore: number;
  /** A step that ends before it has too little left. */
  readonly stepYellowBefore: number;
}
const isRunning = (state: string): boolean => (RUNNING as readonly string[]).includes(state);

function lightAt(dueAt: string, now: number, yellowBefore: number): Light {
  const due = Date.parse(dueAt);
  if (due < now) return 'red';
  return due <= yellowBefore ? 'yellow' : 'green';
}
/** 红黄绿灯; null where nobody is waited for: not yet dispatched, answered, ended. */
export function lightOf({ state, dueAt }: Pick<Order, 'state' | 'dueAt'>, at: Moment): Light | null {
  if (dueAt === null || !isRunning(state)) return null;
  return lightAt(dueAt, at.now, at.yellowBefore);
}

/** One more limit of an order on a board, with its light. */
export interface BoardLight {
  readonly title: string;
  readonly dueAt: string;
  readonly light: Light;
}
/** 环节灯 and, before anything is dispatched, 市平台灯: what else the order is waited for by. */
export function moreLights(
  { state, stepDueAt, dueAt, cityDueAt }: Pick<Order, 'state' | 'stepDueAt' | 'dueAt' | 'cityDueAt'>,
  at: Moment,
): readonly BoardLight[] {
  const step =
    isInStep(state) && stepDueAt
      ? [
          {
            title: STEP_TITLES[state],
            dueAt: stepDueAt,
            light: lightAt(stepDueAt, at.now, at.stepYellowBefore),
          },
        ]
      : [];
  const isCitys = state === 'registered' && dueAt === null && cityDueAt;
  const city = isCitys
    ? [{ title: '市平台期限', dueAt: cityDueAt, light: lightAt(cityDueAt, at.now, at.yellowBefore) }]
    : [];
  return [...city, ...step];
}
export const lightMarks: Readonly<Record<Light, Mark>> = {
  red: { sign: 'cross', word: '超期', tone: 'bad' },
  yellow: { sign: 'half', word: '临期', tone: 'warn' },
  green: { sign: 'check', word: '正常', tone: 'good' },
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / 60_000))} 分钟`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} 小时`;
  const hours = Math.floor((ms % DAY) / HOUR);
  return `${Math.floor(ms / DAY)} 天${hours > 0 ? ` ${hours} 小时` : ''}`;
}
/** `还有 2 天 3 小时`, `已超 5 小时`, by the clock on the wall. */
export function leftSaid(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  return left >= 0 ? `还有 ${span(left)}` : `已超 ${span(-left)}`;
}

/** Most pressing first: what is urgent, then what is due soonest, then what has waited longest. */
export function pressing<O extends Pick<Order, 'isUrgent' | 'dueAt' | 'registeredAt'>>(
  orders: readonly O[],
): readonly O[] {
  const rank = (each: O): string =>
    `${each.isUrgent === true ? 0 : 1}${each.dueAt ?? '9999'}${each.registeredAt}`;
  return orders.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
