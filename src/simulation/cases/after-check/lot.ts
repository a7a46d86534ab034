import { drawnFor } from '#cases/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { addDays, day, dayNumber, dayOf, dayStart, instantOf, yearOf, type Day } from '#lib/time.ts';
import { chance } from '../../chance.ts';
import { officeTimeLater } from '../../hotline/habits.ts';
import type { Step, Thread } from '../../run/thread.ts';
import { isAtOnce } from '../at-once.ts';
import type { Matter, Plan } from '../plan.ts';
import type { Staff } from '../staff.ts';
import sayings from './sayings.json' with { type: 'json' };

/** 事后核查 of one month: what was completed in it, and when the lot is drawn. */
export interface Lot {
  readonly month: number;
  readonly from: Day;
  readonly to: Day;
  readonly at: number;
}
/** One of so many a hundred. */
const PERCENT = 1;
const FAULTY = 0.06;

const firstOf = (year: number, month: number): Day => day(`${year}-${String(month).padStart(2, '0')}-01`);
/** Months whose lot falls in the year: the last is looked at in the next. */
export function lotsOf({ year, ground: { calendar } }: Plan): readonly Lot[] {
  return Array.from({ length: 11 }, (_, n) => {
    const [from, next] = [firstOf(year, n + 1), firstOf(year, n + 2)];
    const at = officeTimeLater(calendar, dayStart(dayNumber(next)), calendar.hours.total * 2.2);
    return { month: n + 1, from, to: addDays(next, -1), at: Math.floor(at) };
  });
}
/** Rounded up, as the lot itself rounds. */
export const sizeOf = (population: number): number => Math.ceil((population * PERCENT) / 100);

/** The month of a moment in the year; null in another. */
export function monthIn({ year }: Plan, at: number): number | null {
  const on = dayOf(instantOf(at));
  return yearOf(on) === year ? Number(on.slice(5, 7)) : null;
}
/**
 * In which month a case was completed that nobody had looked at beforehand: one whose item is not separated, granted.
 * Null for any other, and what is over in another year.
 */
export function lotMonthOf(plan: Plan, matter: Matter, steps: () => readonly Step[]): number | null {
  if (isAtOnce(matter)) return monthIn(plan, matter.at);
  if (matter.choice.item.course.isSeparated || matter.group === 'handedCity') return null;
  const told = steps();
  const isGranted = told.some(({ action }) => action === 'case-file.grant');
  const over = told.find(({ action }) => action === 'case-file.deliver');
  return isGranted && over ? monthIn(plan, over.at) : null;
}

/** How many of a lot are found wanting: drawn when the year is. */
const findings = (plan: Plan, { month }: Lot, size: number): readonly boolean[] => {
  const by = chance(plan.seed, 'lot', month);
  return Array.from({ length: size }, () => by.happens(FAULTY));
};
export const faultyOf = (plan: Plan, lot: Lot, size: number): number =>
  findings(plan, lot, size).filter(Boolean).length;

/** 抽样 and what was found: asked for by a person, drawn by the program, looked at one after another in the days after. */
export function lotThread(plan: Plan, staff: Staff, { lot, size }: Drawn): Thread {
  const { month, from, to, at } = lot;
  const by = chance(plan.seed, 'lot-course', month);
  const { calendar } = plan.ground;
  const draw: Step = {
    at,
    action: 'after-check-draw.draw',
    by: staff.inspector(by),
    input: { from, to, percent: PERCENT },
  };
  const settle: Step = {
    at: at + 1000,
    action: 'after-check-draw.settle',
    by: SYSTEM,
    input: async ({ app, id }) => ({ ...(await drawnFor(app, id!)) }),
  };
  const faults = findings(plan, lot, size);
  const marked = faults.map((_, n): Step => ({
    at: at + 2000 + 10 * n,
    action: 'case-file.mark-after-check',
    by: SYSTEM,
    which: String(n + 1),
    input: {},
  }));
  const days = faults.map(() => by.between(0.5, 11)).toSorted((a, b) => a - b);
  const recorded = faults.map((isFaulty, n): Step => ({
    at: Math.floor(officeTimeLater(calendar, at, days[n]! * calendar.hours.total)) + n,
    action: 'case-file.record-after-check',
    by: staff.inspector(by),
    which: String(n + 1),
    input: isFaulty
      ? { result: 'faulty', finding: by.pick(sayings.faulty) }
      : { result: 'sound', finding: by.pick(sayings.sound) },
  }));
  return { steps: [draw, settle, ...marked, ...recorded] };
}
interface Drawn {
  readonly lot: Lot;
  /** How many the lot takes. */
  readonly size: number;
}
