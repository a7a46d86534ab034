import type { Person } from '#lib/action/person.ts';
import { instantOf, MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import type { Chance } from '../chance.ts';
import type { Input, Step } from '../run/thread.ts';
import { onDuty, officeTimeBetween, officeTimeLater } from './habits.ts';
import type { Matter } from './matter.ts';
import type { Staff } from './people.ts';
import type { Plan } from './plan.ts';
import { chanceFor, dispatchTime, dueTime, matterAt } from './times.ts';

/** One matter being written down step by step: who does what when. */
export interface Writing {
  readonly plan: Plan;
  readonly staff: Staff;
  readonly index: number;
  readonly matter: Matter;
  readonly registeredAt: number;
  readonly isUrgent: boolean;
  readonly isAnonymous: boolean;
  readonly by: Chance;
  readonly idOf: (index: number) => string;
  readonly add: (at: number, action: string, by: Person, input: Input | (() => Input)) => void;
}

export const HOUR = MS_PER_HOUR;
export const MINUTE = MS_PER_MINUTE;

/** Begins writing: `steps` fills as the parts of its life are told. */
export function writingOf(
  plan: Plan,
  staff: Staff,
  { index, idOf }: Pick<Writing, 'index' | 'idOf'>,
): { readonly writing: Writing; readonly steps: Step[] } {
  const steps: Step[] = [];
  const isUrgent = plan.has(index, 'urgent');
  const registeredAt = plan.registeredAt[index]!;
  const by = chanceFor(plan, 'life', index);
  const told = plan.originalOf(index);
  const matter = matterAt(plan, told, {
    isUrgent,
    isWritten: plan.has(told, 'letter'),
    at: plan.registeredAt[told]!,
  });
  const writing: Writing = {
    plan,
    staff,
    index,
    matter,
    registeredAt,
    isUrgent,
    isAnonymous: by.happens(0.025),
    by,
    idOf,
    add: (at, action, person, input) =>
      steps.push({ at: Math.floor(at), action: `work-order.${action}`, by: person, input }),
  };
  return { writing, steps };
}

/** Office time after a moment: so much, in milliseconds; what presses does not wait for office hours. */
export const later = ({ plan, isUrgent }: Writing, at: number, needed: number): number =>
  isUrgent ? at + needed : officeTimeLater(plan.ground.calendar, at, needed);
/** Time a unit has between two moments. */
export const room = ({ plan, isUrgent }: Writing, from: number, to: number): number =>
  isUrgent ? to - from : officeTimeBetween(plan.ground.calendar, from, to);
/** A moment of the hotline's own desk. */
export const deskTime = ({ isUrgent }: Writing, at: number): number => (isUrgent ? at : onDuty(at));

/** How the caller was spoken with, some while before the reply. */
export const contact = ({ by, isAnonymous, matter }: Writing, at: number): Input => {
  if (isAnonymous || matter.type === 'report') return {};
  return {
    contacted: {
      at: instantOf(at - by.whole(5, 90) * MINUTE),
      how: by.pick(['电话', '电话', '电话', '上门', '现场']),
      withCaller: true,
    },
  };
};

/** The deadline of a dispatch of this matter. */
export const dueOfMatter = (
  { plan, matter, isUrgent }: Writing,
  startAt: number,
  extension?: { readonly days: number; readonly at: number },
): number =>
  dueTime(
    plan.ground,
    { type: matter.type, topic: matter.topic, isUrgent },
    extension ? { startAt, extension } : { startAt },
  );

export const firstDispatch = ({ plan, index, registeredAt, isUrgent }: Writing): number =>
  dispatchTime(plan, { index, registeredAt, isUrgent });
