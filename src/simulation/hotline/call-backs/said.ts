import type { Person } from '#lib/action/person.ts';
import type { Chance } from '../../chance.ts';
import type { Input, Step } from '../../run/thread.ts';
import { closed } from '../handled.ts';
import { reply } from '../reply.ts';
import sayings from '../sayings.json' with { type: 'json' };
import { dueOfMatter, withinTime, writingOf, type Writing } from '../script.ts';
import { chanceFor } from '../times.ts';
import type { Closed } from './closed.ts';

/** What any matter is told with. */
export type Telling = Pick<Writing, 'plan' | 'staff' | 'entryId' | 'idOf'>;

/** An order of the year written on: what is added is done on it, whoever's turn it is. */
function writingOn(telling: Telling, { index, id }: Closed, add: (step: Step) => void): Writing {
  const { plan, staff, idOf, entryId } = telling;
  const { writing } = writingOf(plan, staff, { index, idOf, entryId });
  return {
    ...writing,
    by: chanceFor(plan, 'call-back', index),
    add: (at: number, action: string, by: Person, input: Input | (() => Input)) =>
      add({
        at: Math.floor(at),
        action: action.includes('.') ? action : `work-order.${action}`,
        by,
        input,
        on: { noun: 'work-order', id },
      }),
  };
}

/** One of two whose answers are the same on purpose: a second answer of one would hide what was planted. */
const isTwin = ({ plan }: Telling, index: number): boolean =>
  (['twinned', 'letterTwinned'] as const).some((flag) => plan.has(index, flag)) ||
  ['twin', 'letterTwin'].includes(plan.fateOf(index));
/**
 * Whether it can be open again after a call: nothing else is to happen to it, it was in time, and it is not the city's own,
 * whose limit would be over by now.
 */
const canOpen = (telling: Telling, { index, lastAt }: Closed, at: number): boolean =>
  lastAt < at &&
  !telling.plan.has(index, 'late') &&
  !telling.plan.has(index, 'city') &&
  !isTwin(telling, index);

/** Somebody who is telephoned, and when. */
export interface Called {
  readonly order: Closed;
  readonly at: number;
  readonly isDissatisfied: boolean;
}

/** Which of these are dissatisfied: so many, rather such as can be open again. */
export function dissatisfiedAmong(
  telling: Telling,
  calls: readonly Omit<Called, 'isDissatisfied'>[],
  count: number,
): readonly Called[] {
  const able = ({ order, at }: Omit<Called, 'isDissatisfied'>): boolean => canOpen(telling, order, at);
  const rather = [...calls.filter(able), ...calls.filter((each) => !able(each))];
  const chosen = new Set(rather.slice(0, count));
  return calls.map((each) => ({ ...each, isDissatisfied: chosen.has(each) }));
}

/** 不满意: helped in the end or not; who was not gets the unit once more, and nobody is asked twice. */
function dissatisfied(writing: Writing, { order: { unit }, at }: Called, isOpened: boolean): void {
  const { staff, by, add } = writing;
  const note = by.pick(sayings.dissatisfiedNotes);
  add(at, 'call-back', staff.callerBack(by), { result: 'dissatisfied', solved: !isOpened, note });
  if (!isOpened) return;
  const due = dueOfMatter(writing, { startAt: at });
  const repliedAt = withinTime(writing, { from: at, due }, by.between(0.3, 0.9));
  reply(writing, { unit, since: at, at: repliedAt, nth: 1 });
  closed(writing, repliedAt);
}

const SATISFIED = 0.945;
/** 回访 of one that was drawn, and what follows from what was said. */
export function calledBack(telling: Telling, called: Called, add: (step: Step) => void): void {
  const { order, at, isDissatisfied } = called;
  const writing = writingOn(telling, order, add);
  const { staff, by } = writing;
  if (isDissatisfied) return dissatisfied(writing, called, canOpen(telling, order, at) && helpedInVain(by));
  const result = by.happens(SATISFIED) ? 'satisfied' : by.happens(0.55) ? 'no-view' : 'not-reached';
  const solved = result === 'satisfied' || by.happens(0.5);
  writing.add(at, 'call-back', staff.callerBack(by), {
    result,
    ...(result === 'not-reached' ? {} : { solved }),
  });
}
const helpedInVain = (by: Chance): boolean => by.happens(0.6);
