import { clockOf, due, type Limit, type Pause } from '#calendar/index.ts';
import { interview, materialsFor, type Answers, type Elements } from '#catalogue/index.ts';
import { instantOf, millis, MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import type { Person } from '#lib/action/person.ts';
import { chance, type Chance } from '../chance.ts';
import { officeTimeBetween, officeTimeLater } from '../hotline/habits.ts';
import type { Input, Step } from '../run/thread.ts';
import { inventedApplicant } from './applicant.ts';
import type { Matter, Plan } from './plan.ts';
import { investorOf } from './project/investor.ts';
import type { Staff } from './staff.ts';

export const HOUR = MS_PER_HOUR;
export const MINUTE = MS_PER_MINUTE;

/** One case being written down step by step: who does what when. */
export interface Writing {
  readonly plan: Plan;
  readonly staff: Staff;
  readonly matter: Matter;
  readonly by: Chance;
  readonly answers: Answers;
  /** Names of the papers the item asks this applicant for. */
  readonly papers: readonly string[];
  readonly applicant: Input;
  readonly steps: Step[];
  /** The moment of the step that was told last. */
  readonly last: () => number;
  /** Tells a step, at its moment or right after the one before; returns when it was. */
  readonly tell: (step: Step) => number;
  /** The same, of the case itself or the newest of what hangs on it. */
  readonly add: (at: number, action: string, by: Person, input?: Input) => number;
}

/** Every question that is asked gets one of its choices. */
function answered(elements: Elements, by: Chance): Answers {
  let told: Answers = {};
  for (;;) {
    const [open] = interview(elements, told).open;
    if (!open) return told;
    told = { ...told, [open.question]: by.pick(open.choices) };
  }
}
const asked = (elements: Elements, answers: Answers): readonly string[] => [
  ...new Set(
    materialsFor(elements, answers)
      .filter(({ standing, material }) => standing === 'asked' && material.need !== 'conditional')
      .map(({ material }) => material.name),
  ),
];

/** Begins writing a case of the plan. */
export const writingOf = (plan: Plan, staff: Staff, index: number): Writing =>
  begunWriting(plan, staff, plan.matterOf(index));

/** Begins writing what is done on a case. */
export function begunWriting(plan: Plan, staff: Staff, matter: Matter): Writing {
  const { elements } = matter.choice.item;
  // Who is entered twice is the same person with the same papers.
  const who = chance(plan.seed, 'applicant', matter.original);
  const answers = answered(elements, who);
  const steps: Step[] = [];
  const last = (): number => steps.at(-1)?.at ?? matter.at;
  const tell = (step: Step): number => {
    const at = steps.length === 0 ? Math.floor(step.at) : Math.max(Math.floor(step.at), last() + 1000);
    steps.push({ ...step, at });
    return at;
  };
  return {
    plan,
    staff,
    matter,
    by: chance(plan.seed, 'course', matter.index),
    answers,
    papers: asked(elements, answers),
    applicant:
      matter.project === null
        ? inventedApplicant(matter.fate, plan.ground.districtName, who)
        : investorOf(plan, matter.project.index),
    steps,
    last,
    tell,
    add: (at, action, person, input = {}) => tell({ at, action, by: person, input }),
  };
}

/** Office time after a moment; what is entered afterwards takes no time but that of typing. */
export const later = ({ plan, matter, by }: Writing, at: number, needed: number): number =>
  matter.fate.isBackfilled
    ? at + by.between(15, 50) * 1000
    : officeTimeLater(plan.ground.calendar, at, needed);
/** A moment so far through the office time between two; where no office is open between them, somebody works anyway. */
export function between(writing: Writing, [from, to]: readonly [number, number], share: number): number {
  const room = officeTimeBetween(writing.plan.ground.calendar, from, to);
  const at = later(writing, from, room * share);
  return at < to ? at : from + Math.max(0, to - from) * share;
}
/** Working days of office hours, as time. */
export const workingDays = ({ plan }: Writing, days: number): number =>
  days * plan.ground.calendar.hours.total;

/** The end of so many days from a moment on, as the case itself will reckon it. */
export function dueAfter(
  { plan }: Pick<Writing, 'plan'>,
  {
    at,
    limit,
    pauses = [],
  }: { readonly at: number; readonly limit: Limit; readonly pauses?: readonly Pause[] },
): number {
  return millis(due(clockOf(instantOf(at), limit, { pauses }), plan.ground.calendar).dueAt!);
}
const unitOf = { working: 'working-day', natural: 'natural-day' } as const;
/** What the law gives where an item says nothing. */
const LICENCE_DAYS = 20;
/** Both limits of a case accepted at a moment. */
export function limitsFrom(
  writing: Writing,
  at: number,
  pauses: readonly Pause[] = [],
): { readonly legal: number; readonly promised: number } {
  const { legalLimit, promisedLimit } = writing.matter.choice.item.course;
  const stated = legalLimit ?? promisedLimit ?? { days: LICENCE_DAYS, unit: 'working' as const };
  const dueOf = ({ days, unit }: typeof stated): number =>
    dueAfter(writing, { at, limit: { amount: days, unit: unitOf[unit] }, pauses });
  const legal = dueOf(stated);
  return { legal, promised: promisedLimit ? dueOf(promisedLimit) : legal };
}
