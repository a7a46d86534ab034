import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, dayNumber, dayOf, instantOf, millis, startOfDay, type Day } from '#lib/time.ts';
import { clockOf, totalOf, type Clock, type Pause, type Unit } from './clock.ts';
import { deadline } from './deadline.ts';
import { due } from './explain.ts';
import { loadChineseDays } from './load-chinese-days.ts';
import { remaining, used } from './progress.ts';
import type { Step } from './steps.ts';
import { calendarTable } from './table.ts';
import { published, workingDays } from './testing.ts';
import {
  addWorkingDays,
  isWorking,
  isWorkingDay,
  workingDayAt,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days.ts';

const first = millis(startOfDay(day('2018-06-01')));
const aMoment = fc
  .integer({ min: 0, max: 365 * 8 * 24 * 60 })
  .map((minutes) => instantOf(first + minutes * 60_000));
const aDay = aMoment.map(dayOf);
const aUnit = fc.constantFrom<Unit>('working-day', 'natural-day', 'hour', 'working-hour');
const aPauseOf = (startMs: number): fc.Arbitrary<Pause> =>
  fc
    .tuple(fc.integer({ min: -5000, max: 60_000 }), fc.integer({ min: 1, max: 30_000 }))
    .map(([after, minutes]) => ({
      from: instantOf(startMs + after * 60_000),
      to: instantOf(startMs + (after + minutes) * 60_000),
      reason: '听证',
    }));
const aClock = (unit: fc.Arbitrary<Unit>): fc.Arbitrary<Clock> =>
  fc.tuple(aMoment, fc.integer({ min: 0, max: 60 }), unit).chain(([startAt, amount, kind]) =>
    fc.record({
      startAt: fc.constant(startAt),
      limit: fc.constant({ amount, unit: kind }),
      pauses: fc.array(aPauseOf(millis(startAt)), { maxLength: 4 }),
      extensions: fc.array(
        fc.record({
          amount: fc.integer({ min: 0, max: 20 }),
          reason: fc.constant('情况复杂'),
          approvedAt: fc.constantFrom(startAt, null),
        }),
        { maxLength: 2 },
      ),
    }),
  );
const dueAtOf = (clock: Clock, table = published): string => deadline(clock, table).dueAt ?? '';
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean | void): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 500 });

test('counting by arithmetic is counting day by day, in and beyond the table', () => {
  let n = dayNumber(day('2003-06-01'));
  let counted = workingDaysBefore(published, n);
  for (; n < dayNumber(day('2028-06-01')); n += 1) {
    expect(workingDaysBefore(published, n)).toBe(counted);
    if (!isWorking(published, n)) continue;
    expect(workingDayAt(published, counted)).toBe(n);
    counted += 1;
  }
});

test('the n-th working day after a day is n working days after it', () => {
  check(fc.tuple(aDay, fc.integer({ min: 1, max: 400 })), ([on, days]) => {
    expect(workingDaysBetween(published, on, addWorkingDays(published, on, days))).toBe(days);
  });
});

test('a longer limit is never due earlier', () => {
  check(fc.tuple(aClock(aUnit), fc.integer({ min: 1, max: 20 })), ([clock, more]) => {
    const longer = { ...clock, limit: { ...clock.limit, amount: clock.limit.amount + more } };
    return dueAtOf(clock) <= dueAtOf(longer);
  });
});

test('a later start is never due earlier', () => {
  check(fc.tuple(aClock(aUnit), fc.integer({ min: 1, max: 5000 })), ([clock, minutes]) => {
    const plain = { ...clock, pauses: [] };
    return (
      dueAtOf(plain) <= dueAtOf({ ...plain, startAt: instantOf(millis(clock.startAt) + minutes * 60_000) })
    );
  });
});

test('a clock is due on a working day, unless it runs around the clock', () => {
  check(aClock(fc.constantFrom<Unit>('working-day', 'natural-day', 'working-hour')), (clock) => {
    // No hours at all are over at once, wherever that is.
    if (clock.limit.unit === 'working-hour' && totalOf(clock) === 0) return true;
    return isWorkingDay(published, deadline(clock, published).dueOn ?? day('2020-01-01'));
  });
});

test('a clock is never due while it stands still', () => {
  check(aClock(aUnit), (clock) => {
    const at = dueAtOf(clock);
    return !clock.pauses.some(({ from, to }) => from < at && at < (to ?? ''));
  });
});

test('a standstill of k working days moves the deadline by exactly k working days', () => {
  const runs = fc.record({
    start: aDay,
    limit: fc.integer({ min: 2, max: 40 }),
    after: fc.double({ min: 0, max: 1, noNaN: true }),
    days: fc.integer({ min: 1, max: 30 }),
  });
  check(runs, ({ start, limit, after, days }) => {
    const begin = addWorkingDays(published, start, 1 + Math.floor(after * (limit - 1)));
    const end = addWorkingDays(published, begin, days - 1);
    const clock = clockOf(startOfDay(start), workingDays(limit));
    const still: Pause = { from: startOfDay(begin), to: startOfDay(addDays(end, 1)), reason: '听证' };
    const due = (of: Clock): Day => deadline(of, published).dueOn ?? start;
    expect(workingDaysBetween(published, due(clock), due({ ...clock, pauses: [still] }))).toBe(days);
  });
});

test('what the explanation counts is the limit, and what it calls rest or paused is not in it', () => {
  check(aClock(aUnit), (clock) => {
    const { steps } = due(clock, published);
    const counted = steps.reduce((sum, step) => sum + amountOf(step), 0);
    const isDays = clock.limit.unit === 'working-day' || clock.limit.unit === 'natural-day';
    const sameDay = isDays && totalOf(clock) === 0 ? 1 : 0;
    expect(counted).toBeCloseTo(totalOf(clock) + sameDay, 9);
    for (const step of steps)
      if (step.kind === 'counted') expect(step.last).toBeGreaterThanOrEqual(step.first);
  });
});
const amountOf = (step: Step): number =>
  step.kind === 'counted' ? step.last - step.first + 1 : step.kind === 'hours' ? step.hours : 0;

test('the days of an explanation follow each other without a gap', () => {
  check(aClock(fc.constantFrom<Unit>('working-day', 'natural-day')), (clock) => {
    const spans = due(clock, published).steps.filter(
      (step) => step.kind === 'counted' || step.kind === 'rest' || step.kind === 'paused',
    );
    for (const [i, span] of spans.entries()) {
      const before = spans[i - 1];
      if (before) expect(addDays(before.to, 1)).toBe(span.from);
    }
  });
});

test('at the deadline nothing is left, and used and left make the whole', () => {
  check(aClock(aUnit), (clock) => {
    const at = instantOf(dueAtOf(clock) === '' ? 0 : Date.parse(dueAtOf(clock)));
    expect(remaining(clock, at, published)).toBe(0);
    if (clock.limit.unit === 'working-day' && totalOf(clock) > 0)
      expect(used(clock, at, published)).toBe(totalOf(clock));
  });
});

test('one holiday more never makes a deadline earlier', () => {
  const source = loadChineseDays();
  const local = {
    id: 'local',
    title: '临时放假通知',
    number: null,
    publishedOn: day('2099-01-01'),
    year: null,
    change: '增设',
  };
  check(fc.tuple(aClock(aUnit), fc.integer({ min: 0, max: 90 })), ([clock, after]) => {
    const on = addDays(dayOf(clock.startAt), after);
    const more = calendarTable({
      ...source,
      notices: [...source.notices, local],
      days: [...source.days, { on, kind: 'holiday', name: '临时放假', notice: 'local' }],
    });
    return dueAtOf(clock) <= dueAtOf(clock, more);
  });
});
