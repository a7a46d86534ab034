import { calendarNow, clockOf, deadline, type CalendarTable } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { process } from '../process.ts';
import { stepRules, type StepRules } from '../step-rules.ts';
import type { InStep } from './step-words.ts';

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

/** By when a step that begins now must be over: working hours, for what presses hours of the clock. */
export function stepDue(state: InStep, isUrgent: boolean | null, stepping: Stepping): Instant {
  const unit = isUrgent === true ? 'hour' : 'working-hour';
  const { dueAt } = deadline(
    clockOf(stepping.now, { amount: hoursFor(state, stepping), unit }),
    stepping.calendar,
  );
  return dueAt!; // Without pauses it always ends.
}
