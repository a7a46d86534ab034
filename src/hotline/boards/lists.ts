import { sql, type RawBuilder } from 'kysely';
import { dayOf, instantOf, MS_PER_DAY, startOfDay, addDays, millis, type Instant } from '#lib/time.ts';
import { IN_STEP } from '../order/step-words.ts';
import { RUNNING } from '../order/words.ts';

type Predicate = (now: Instant) => RawBuilder<unknown>;

/** How long after closing an order that was not drawn may still be called back from the list. */
const CLOSED_LATELY = 30 * MS_PER_DAY;

const inState =
  (...states: readonly string[]): Predicate =>
  () =>
    sql`state = any(${states}::text[])`;
/** Open orders with a clock lie in a small index of their own. */
const timed = (more: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(closed_at is null and due_at is not null and ${more})`;
const held =
  (...states: readonly string[]): Predicate =>
  () =>
    timed(sql`state = any(${states}::text[])`);
const running = sql`state = any(${[...RUNNING]}::text[])`;
const endOfDay = (now: Instant): Instant => startOfDay(addDays(dayOf(now), 1));
const notCalled = sql`called_back_at is null`;
/** Nobody has been asked about the answer that stands now. */
const notCalledSince = sql`(call_backs is null and ${notCalled} or (call_backs -> -1 ->> 'at')::timestamptz < replied_at)`;
/** What stands in a step: with the unit or answered, or waiting for the dispatcher. */
const inStep = (more: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(closed_at is null and state = any(${[...IN_STEP]}::text[]) and (due_at is not null or state in ('registered', 'returned')) and ${more})`;
/** The city's orders that nobody has answered yet, from the receipt on. */
const cityOpen = (more: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(is_from_city and closed_at is null and (state = 'registered' or due_at is not null and ${running}) and ${more})`;

/**
 * What waits at the desks, a predicate each; the number above a list and the list itself use the same one. In the order
 * of urgency in which a desk shows them.
 */
export const LISTS = {
  'to-dispatch': inState('registered'),
  returned: inState('returned'),
  overdue: (now) => timed(sql`${running} and due_at < ${now}::timestamptz`),
  'step-overdue': (now) => inStep(sql`step_due_at < ${now}::timestamptz`),
  'due-today': (now) =>
    timed(sql`${running} and due_at >= ${now}::timestamptz and due_at <= ${endOfDay(now)}::timestamptz`),
  'to-sign': held('dispatched'),
  'in-hand': held('signed'),
  again: held('reworking', 'reopened'),
  reopened: held('reopened'),
  'joint-review': held('joint-review'),
  extension: () => timed(sql`asked_extension is not null`),
  review: held('replied'),
  answered: held('replied', 'approved', 'submitted'),
  exclusion: () => sql`exclusion = 'asked'`,
  'void-asked': () => sql`asked_void is not null`,
  confidential: () => timed(sql`is_confidential`),
  supervised: () => timed(sql`supervision > 0`),
  'to-submit': () => timed(sql`(is_from_city and state = 'approved')`),
  'city-waiting': () => cityOpen(sql`state = 'registered'`),
  'city-open': () => cityOpen(sql`true`),
  'city-overdue': (now) => cityOpen(sql`city_due_at < ${now}::timestamptz`),
  submitted: held('submitted'),
  drawn: () =>
    sql`(is_sampled and ${notCalled} and state = any(${['replied', 'approved', 'closed']}::text[]))`,
  'to-call-back': () => timed(sql`(${notCalledSince} and state = any(${['replied', 'approved']}::text[]))`),
  'closed-lately': (now) =>
    sql`(state = 'closed' and outcome = 'handled' and ${notCalled} and closed_at >= ${instantOf(millis(now) - CLOSED_LATELY)}::timestamptz)`,
} as const satisfies Readonly<Record<string, Predicate>>;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];
