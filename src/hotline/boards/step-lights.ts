import { clockOf, deadline, type CalendarTable, type Light } from '#calendar/index.ts';
import { addDays, dayOf, startOfDay, type Instant } from '#lib/time.ts';
import { lastReturnDay } from '../order/deadline.ts';
import { isInStep, STEPS } from '../order/step-words.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { OPEN } from '../order/words.ts';
import type { StepRules } from '../step-rules.ts';

/** A limit beside that of the answer: of a step, of returning, of the city. */
export interface StepLight {
  readonly name: 'dispatch' | 'sign' | 'review' | 'ruling' | 'return' | 'city';
  readonly title: string;
  readonly dueAt: Instant;
  readonly light: Light;
}
interface Looking {
  readonly calendar: CalendarTable;
  readonly steps: StepRules;
  readonly returnWithinDays: number;
  readonly now: Instant;
}

/** What ends before this has too little of its step left: yellow. */
export const stepYellowBefore = ({ calendar, steps, now }: Omit<Looking, 'returnWithinDays'>): Instant =>
  deadline(clockOf(now, { amount: steps.yellowHours, unit: 'working-hour' }), calendar).dueAt!;
/** What ends before this has less than a working day left. */
export const dayYellowBefore = ({ calendar, now }: Pick<Looking, 'calendar' | 'now'>): Instant =>
  deadline(clockOf(now, { amount: 1, unit: 'working-day' }), calendar).dueAt!;

const lightAt = (dueAt: Instant, now: Instant, yellowBefore: Instant): Light =>
  dueAt < now ? 'red' : dueAt <= yellowBefore ? 'yellow' : 'green';

/** The step it stands in; nothing where nobody is waited for in a step. */
function ownStep(order: WorkOrder, looking: Looking): readonly StepLight[] {
  const { state, stepDueAt: dueAt } = order;
  if (!isInStep(state) || dueAt === null) return [];
  return [{ ...STEPS[state], dueAt, light: lightAt(dueAt, looking.now, stepYellowBefore(looking)) }];
}

/** Until when the unit may still return it: yellow on the last day; nothing once that has passed or was ruled out. */
function returning(order: WorkOrder, { calendar, returnWithinDays, now }: Looking): readonly StepLight[] {
  const mayReturn = order.state === 'dispatched' || order.state === 'signed';
  if (!mayReturn || order.precedent !== null) return [];
  const lastOn = lastReturnDay(order, returnWithinDays, calendar);
  if (lastOn === null || dayOf(now) > lastOn) return [];
  const light = dayOf(now) === lastOn ? 'yellow' : 'green';
  return [{ name: 'return', title: '退单', dueAt: startOfDay(addDays(lastOn, 1)), light }];
}

/** The city's own limit, from the receipt until it went up. */
function ofCity(order: WorkOrder, looking: Looking): readonly StepLight[] {
  const isOpen = (OPEN as readonly string[]).includes(order.state) && order.state !== 'submitted';
  if (order.cityDueAt === null || !isOpen) return [];
  const light = lightAt(order.cityDueAt, looking.now, dayYellowBefore(looking));
  return [{ name: 'city', title: '市平台期限', dueAt: order.cityDueAt, light }];
}

/** 各环节亮灯 — every limit of an order beside that of its answer, the step first. */
export const stepLights = (order: WorkOrder, looking: Looking): readonly StepLight[] => [
  ...ownStep(order, looking),
  ...returning(order, looking),
  ...ofCity(order, looking),
];
