import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarTable, standardRules, workingDaysBetween } from '#calendar/index.ts';
import { addDays, day, instant } from '#lib/time.ts';
import { Refusal } from '#lib/refusal.ts';
import '../refusals.ts';
import { ladder, levelNow, reachedBefore } from './ladder.ts';

/** Only weekends: the arithmetic of holidays is the calendar's own business. */
const weeks = calendarTable({ notices: [], days: [], rules: standardRules } as never);

describe('when a rung is reached', () => {
  test.each([
    // today, working days after the deadline, the midnight before which the deadline must lie
    ['2020-05-15', -1, '2020-05-19T00:00+08:00'], // Friday: what is due on Monday the 18th, not on Tuesday
    ['2020-05-14', -1, '2020-05-18T00:00+08:00'], // Thursday: what is due on Friday or over the weekend
    ['2020-05-18', 1, '2020-05-18T00:00+08:00'], // Monday: what was due on Friday or over the weekend
    ['2020-05-19', 1, '2020-05-19T00:00+08:00'],
    ['2020-05-25', 6, '2020-05-18T00:00+08:00'], // 18, 19, 20, 21, 22, 25: what was due on Friday the 15th
    ['2020-05-18', 0, '2020-05-19T00:00+08:00'],
  ])('on %s the rung of %i working days takes what was due before %s', (today, workingDays, before) => {
    expect(reachedBefore(workingDays, day(today), weeks)).toBe(instant(before));
  });

  test('a deadline lies before it exactly when so many working days have gone by', () => {
    const start = day('2020-05-01');
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: -10, max: 20 }), (due, now, workingDays) => {
        const [dueOn, today] = [addDays(start, due), addDays(start, now)];
        const isReached = workingDaysBetween(weeks, dueOn, today) >= workingDays;
        const noon = instant(`${dueOn}T12:00+08:00`);
        expect(noon < reachedBefore(workingDays, today, weeks)).toBe(isReached);
      }),
    );
  });
});

describe('how high an order stands', () => {
  const [monday, friday, later] = ['2020-05-11', '2020-05-15', '2020-05-18'].map((on) =>
    instant(`${on}T09:00+08:00`),
  ) as [never, never, never];
  const clock = {
    startAt: monday,
    limit: { amount: 5, unit: 'working-day' },
    because: '',
    pauses: [],
    extensions: [],
  } as const;
  test('as it was taken in this round; a new clock and more time begin anew', () => {
    const at = { supervision: 2, supervisedAt: friday };
    expect(levelNow({ ...at, clock })).toBe(2);
    expect(levelNow({ ...at, clock: { ...clock, startAt: later } })).toBe(0);
    const extensions = [{ amount: 1, reason: '', approvedAt: later }];
    expect(levelNow({ ...at, clock: { ...clock, extensions } })).toBe(0);
    expect(levelNow({ supervision: null, supervisedAt: null, clock })).toBe(0);
  });
});

test('a ladder whose rungs do not rise is refused', () => {
  const { steps } = ladder.initial as { readonly steps: readonly object[] };
  expect(() => ladder.check({ steps } as never)).not.toThrow();
  expect(() => ladder.check({ steps: steps.toReversed() } as never)).toThrow(Refusal);
});
