import { calendarNow, clockOf, deadline, type CalendarTable, type Clock } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { process } from '../process.ts';
import { stepRules, type StepRules } from '../step-rules.ts';
import type { InStep } from './step-words.ts';
import type { WorkOrder } from './work-order.ts';

/** What an action that leads into a step must have on the table. */
export const stepNeeds = {
  calendar: calendarNow,
  rules: settingNow(process),
  steps: settingNow(stepRules),
};
export interface Stepping {
  readonly calendar: CalendarTable;
  readonly rules: { readonly signWithinHours: number };
  readonly steps: StepRules;
  readonly now: Instant;
}

function hoursFor(state: InStep, { rules, steps }: Stepping): number {
  const hours: Readonly<Record<InStep, number>> = {
    registered: steps.dispatchWithinHours,
    dispatched: rules.signWithinHours,
    replied: steps.reviewWithinHours,
    returned: steps.rulingWithinHours,
  };
  return hours[state];
}

/** The clock of the step an order stands in; none where it stands in no step, or entered it before steps kept one. */
export const stepClock = ({
  stepBeganAt,
  stepHours,
  isUrgent,
}: Pick<WorkOrder, 'stepBeganAt' | 'stepHours' | 'isUrgent'>): Clock | null =>
  stepBeganAt === null || stepHours === null
    ? null
    : clockOf(stepBeganAt, { amount: stepHours, unit: isUrgent === true ? 'hour' : 'working-hour' });

/** A step begins now. By when it must be over: working hours, for what presses hours of the clock. */
export function stepBegun(state: InStep, isUrgent: boolean | null, stepping: Stepping) {
  const began = { stepBeganAt: stepping.now, stepHours: hoursFor(state, stepping) };
  const { dueAt } = deadline(stepClock({ ...began, isUrgent })!, stepping.calendar);
  return { ...began, stepDueAt: dueAt! }; // Without pauses it always ends.
}
/** A step is over, and no other has begun. */
export const STEP_OVER = { stepBeganAt: null, stepHours: null, stepDueAt: null } as const;
