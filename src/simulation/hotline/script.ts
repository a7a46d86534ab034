import type { Person } from '#lib/action/person.ts';
import { instantOf, MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import type { Chance } from '../chance.ts';
import type { Input, Step } from '../run/thread.ts';
import { onDuty, officeTimeBetween, officeTimeLater } from './habits.ts';
import type { Entry } from './knowledge.ts';
import type { Matter } from './matter.ts';
import type { Staff } from './people.ts';
import type { Plan } from './plan.ts';
import { chanceFor, dispatchTime, dueTime, matterAt, type Clock } from './times.ts';

/** One matter being written down step by step: who does what when. */
export interface Writing {
  readonly plan: Plan;
  readonly staff: Staff;
  readonly index: number;
  readonly matter: Matter;
  readonly registeredAt: number;
  readonly isUrgent: boolean;
  readonly isAnonymous: boolean;
  /** The city's own limit of what it sent down. */
  readonly cityDueAt: number | null;
  readonly by: Chance;
  readonly idOf: (index: number) => string;
  /** The row of an entry of the knowledge base. */
  readonly entryId: (entry: Entry) => string;
  /** `reply` of the order itself, or `relay.answer` of what hangs on it. */
  readonly add: (at: number, action: string, by: Person, input: Input | (() => Input)) => void;
  /** An act that brings another row into being, which names the order. */
  readonly addBeside: (step: Step & { readonly names: string }) => void;
}

export const HOUR = MS_PER_HOUR;
export const MINUTE = MS_PER_MINUTE;

/** Begins writing: `steps` fills as the parts of its life are told. */
export function writingOf(
  plan: Plan,
  staff: Staff,
  { index, idOf, entryId }: Pick<Writing, 'index' | 'idOf' | 'entryId'>,
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
  const written: Omit<Writing, 'cityDueAt'> = {
    plan,
    staff,
    index,
    matter,
    registeredAt,
    isUrgent,
    isAnonymous: chanceFor(plan, 'anonymous', told).happens(matter.type === 'report' ? 0.35 : 0.025),
    by,
    idOf,
    entryId,
    add: (at, action, person, input) =>
      steps.push({
        at: Math.floor(at),
        action: action.includes('.') ? action : `work-order.${action}`,
        by: person,
        input,
      }),
    addBeside: (step) => steps.push(step),
  };
  return { writing: { ...written, cityDueAt: cityLimit(written) }, steps };
}

/** What the city sends down has three working days more there than our own limit gives it here. */
function cityLimit(written: Omit<Writing, 'cityDueAt'>): number | null {
  const { plan, index } = written;
  if (plan.fateOf(index) !== 'sentBack' && !plan.has(index, 'city')) return null;
  const due = dueOfMatter({ ...written, cityDueAt: null }, { startAt: firstDispatch(written) });
  return Math.floor(officeTimeLater(plan.ground.calendar, due, 3 * plan.ground.calendar.hours.total));
}

/** Office time after a moment: so much, in milliseconds; what presses does not wait for office hours. */
export const later = ({ plan, isUrgent }: Writing, at: number, needed: number): number =>
  isUrgent ? at + needed : officeTimeLater(plan.ground.calendar, at, needed);
/** Time a unit has between two moments. */
export const room = ({ plan, isUrgent }: Writing, from: number, to: number): number =>
  isUrgent ? to - from : officeTimeBetween(plan.ground.calendar, from, to);
/** A moment of the hotline's own desk. */
export const deskTime = ({ isUrgent }: Writing, at: number): number => (isUrgent ? at : onDuty(at));

/**
 * A moment so far through the time from `from` to `due`, in office time. Where no office is open any more before it is
 * due, somebody works at night: what must be answered by nine in the morning is not begun at nine.
 */
export function withinTime(
  writing: Writing,
  { from, due }: { readonly from: number; readonly due: number },
  share: number,
): number {
  const at = later(writing, from, room(writing, from, due) * share);
  return at > from && at < due ? at : from + (due - from) * share;
}

/** What is followed up within hours, or copied: it is not answered the same morning. */
export const isRepeated = ({ plan, index }: Writing): boolean =>
  plan.originalOf(index) !== index ||
  (['doubled', 'twinned', 'letterTwinned'] as const).some((flag) => plan.has(index, flag));

/** How the caller was spoken with, some while before the reply but in this round. */
export const contact = ({ by, isAnonymous, matter }: Writing, at: number, since: number): Input => {
  if (isAnonymous || matter.type === 'report') return {};
  const before = Math.min(by.whole(5, 90) * MINUTE, (at - since) * 0.8);
  return {
    contacted: {
      at: instantOf(Math.floor(at - before)),
      how: by.pick(['电话', '电话', '电话', '上门', '现场']),
      withCaller: true,
    },
  };
};

/** The deadline of a round of this matter that begins at a moment: its first dispatch, or when it was sent back. */
export const dueOfMatter = (writing: Writing, clock: Clock): number =>
  dueTime(
    writing.plan.ground,
    {
      type: writing.matter.type,
      topic: writing.matter.topic,
      isUrgent: writing.isUrgent,
      cityDueAt: writing.cityDueAt,
    },
    clock,
  );

export const firstDispatch = ({ plan, index, registeredAt, isUrgent }: Omit<Writing, 'cityDueAt'>): number =>
  dispatchTime(plan, { index, registeredAt, isUrgent });
