import { addDays, dayOf, instantOf, millis, startOfDay, type Instant } from '#lib/time.ts';
import type { RecordInput } from '../input.ts';
import { isDayAlone, readMoment } from '#lib/read-moment.ts';
import { findTold, type RowFault, type Told } from './source.ts';

/** What happened, in the order in which it can have happened; and limits, which lie wherever they were set. */
export const HAPPENED = ['registeredAt', 'dispatchedAt', 'repliedAt', 'closedAt', 'calledBackAt'] as const;
export const LIMITS = ['dueAt', 'cityDueAt'] as const;
export type TimeField = (typeof HAPPENED)[number] | (typeof LIMITS)[number];
/** Under which name the source has each time; what it does not have is left out. */
export type TimeNames = Readonly<Partial<Record<TimeField, string | undefined>>>;

type Times = Partial<Record<TimeField, Instant>>;

/** The last moment of a day: a limit that names a day is kept as long as that day lasts (民法典第二百零三条). */
const endOf = (at: Instant): Instant => instantOf(millis(startOfDay(addDays(dayOf(at), 1))) - 1);

/** A day alone is the first moment of it at which this can have happened: not before what came before it that day. */
function settled(times: Times, dayOnly: readonly TimeField[]): Times {
  const at: Times = { ...times };
  for (const limit of LIMITS) if (at[limit] && dayOnly.includes(limit)) at[limit] = endOf(at[limit]);
  let before: Instant | undefined;
  for (const field of HAPPENED) {
    const told = at[field];
    if (told === undefined) continue;
    if (dayOnly.includes(field) && before !== undefined && dayOf(before) === dayOf(told) && before > told)
      at[field] = before;
    before = at[field];
  }
  return at;
}

/** The times of a row, which of them it tells as a day alone, and what is no time at all. */
export function timesIn(
  row: Told,
  names: TimeNames,
): { readonly times: Partial<RecordInput>; readonly faults: readonly RowFault[] } {
  const times: Times = {};
  const dayOnly: TimeField[] = [];
  const faults: RowFault[] = [];
  for (const field of [...HAPPENED, ...LIMITS]) {
    const name = names[field];
    const told = name === undefined ? undefined : findTold(row, name);
    if (told === undefined) continue;
    const at = readMoment(told);
    if (at === undefined) faults.push({ field: name!, why: `不是时间：${told.slice(0, 40)}` });
    else times[field] = at;
    if (at !== undefined && isDayAlone(told)) dayOnly.push(field);
  }
  return { times: { ...settled(times, dayOnly), ...(dayOnly.length > 0 ? { dayOnly } : {}) }, faults };
}
