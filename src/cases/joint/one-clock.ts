import { change, type Write } from '#lib/action/action.ts';
import { askedIf, rows } from '#lib/action/need.ts';
import { clockOf, due, type CalendarTable, type Clock, type Extension, type Pause } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { takesJoint, timed, type Running } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';

/** What one clock for all of them is reckoned from. */
export type JointCase = Pick<
  CaseFile,
  'id' | 'isJoint' | 'acceptedAt' | 'endedAt' | 'legalClock' | 'correctionAskedAt' | 'correctedAt'
>;
type Asked = { readonly row: Pick<CaseFile, 'bundle' | 'isJoint'> };
/** The cases of the same joint bundle, itself among them; nothing is looked up for any other case. */
export const jointCases = askedIf(
  ({ row }: Asked) => takesJoint(row),
  rows(caseFile, ({ row }: Asked) => ({ bundle: row.bundle })),
  [],
);

const CORRECTING = '等待申请人补正';
/** While the applicant puts papers right nothing can be accepted, so nothing of the whole is counted (行政许可法 32). */
function correction({ correctionAskedAt: from, correctedAt: to }: JointCase): readonly Pause[] {
  return from === null ? [] : [{ from, to, reason: CORRECTING }];
}

/** Pauses of a case up to a moment: what is still under way then ends there. */
const until = (pauses: readonly Pause[], end: Instant | null): readonly Pause[] =>
  end === null
    ? pauses
    : pauses.flatMap((each) => {
        if (each.from >= end) return [];
        return [each.to === null || each.to > end ? { ...each, to: end } : each];
      });

const pausesOf = (each: JointCase): readonly Pause[] =>
  until(each.legalClock?.pauses ?? correction(each), each.endedAt);

/** 延长一次: the longest that was approved for any of them, never one after the other. */
const longestOf = (cases: readonly JointCase[]): readonly Extension[] =>
  cases
    .flatMap(({ legalClock }) => legalClock?.extensions ?? [])
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, 1);

const once = (pauses: readonly Pause[]): readonly Pause[] => [
  ...new Map(pauses.map((each) => [JSON.stringify([each.from, each.to, each.reason]), each])).values(),
];

/**
 * 统一、联合、集中办理的期限 (行政许可法 26, 42): one clock for all licences of a bundle, from the first acceptance, standing
 * still while any of them does, lengthened once. Null before the first is accepted. Pure.
 */
export function jointClock(all: readonly JointCase[]): Clock | null {
  const cases = all.filter(takesJoint);
  const [first] = cases
    .filter(({ acceptedAt, legalClock }) => acceptedAt !== null && legalClock !== null)
    .toSorted((a, b) => (a.legalClock!.startAt < b.legalClock!.startAt ? -1 : 1));
  if (!first) return null;
  const { startAt, limit } = first.legalClock!;
  return clockOf(startAt, limit, { pauses: once(cases.flatMap(pausesOf)), extensions: longestOf(cases) });
}

interface Accepting {
  readonly caseFile: CaseFile;
  readonly jointly: readonly CaseFile[];
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
const open: ReadonlySet<string> = new Set(UNDECIDED);

/**
 * The clocks of a joint case accepted now: the statutory one is that of the whole, begun with the first of them, less what
 * stood still until now; what the item promises is never beyond it. Cases without others of their kind keep their own.
 */
export function joined(own: Running, { caseFile: mine, jointly, calendar, now }: Accepting): Running {
  const others = jointly.filter((each) => each.id !== mine.id && takesJoint(each));
  if (!takesJoint(mine) || others.length === 0) return own;
  const whole = jointClock(others);
  const { startAt, limit } = own.legalClock;
  const begun = whole !== null && whole.startAt < startAt ? whole.startAt : startAt;
  const pauses = once([...until(whole?.pauses ?? [], now), ...until(correction(mine), now)]);
  const legalClock = clockOf(begun, limit, { pauses, extensions: whole?.extensions ?? [] });
  const [legal, promised] = [due(legalClock, calendar).dueAt, due(own.promisedClock, calendar).dueAt];
  const isBeyond = legal !== null && promised !== null && promised > legal;
  return { legalClock, promisedClock: isBeyond ? legalClock : own.promisedClock };
}

/** Others under examination whose clock began later than this one does: theirs begins with it too. */
export const drawnBack = ({ legalClock }: Running, given: Accepting): readonly Write[] =>
  given.jointly.flatMap((each) => {
    const { legalClock: theirs, promisedClock } = each;
    const isLater = theirs !== null && promisedClock !== null && theirs.startAt > legalClock.startAt;
    if (!isLater || each.id === given.caseFile.id || !takesJoint(each) || !open.has(each.state)) return [];
    const clocks = { legalClock: { ...theirs, startAt: legalClock.startAt }, promisedClock };
    return [change(caseFile, each, timed(clocks, given.calendar))];
  });
