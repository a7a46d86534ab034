import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarTable,
  clockOf,
  due,
  loadChineseDays,
  workingDaysBetween,
  type Pause,
} from '#calendar/index.ts';
import { addDays, dayOf, instant, instantOf, millis, MS_PER_HOUR } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { goesOn, movedTo, neverStopped, stopped } from './standstill.ts';

const calendar = calendarTable(loadChineseDays());
const survey = { number: 'KC2020000001' };
const rules = { concludeDays: 5 };
const first = millis(instant('2019-12-02T09:00+08:00'));
const inHours = (from: number, hours: number) => instantOf(from + hours * MS_PER_HOUR);

/** A case accepted somewhen around the Spring Festival of 2020, with or without a hearing, surveyed afterwards. */
const aCourse = fc
  .record({
    start: fc.integer({ min: 0, max: 60 * 24 }),
    days: fc.integer({ min: 1, max: 20 }),
    told: fc.integer({ min: 0, max: 15 * 24 }),
    took: fc.integer({ min: 0, max: 15 * 24 }),
    ahead: fc.integer({ min: 0, max: 12 }),
    hearing: fc.option(fc.tuple(fc.integer({ min: 0, max: 15 * 24 }), fc.integer({ min: 0, max: 15 * 24 }))),
  })
  .map(({ start, days, told, took, ahead, hearing }) => {
    const at = first + start * MS_PER_HOUR;
    // Nobody knows of a hearing to come: it is over by the conclusion.
    const end = told + took;
    const [from, to] = (hearing ?? [0, 0]).map((hour) => Math.min(hour, end)).toSorted((a, b) => a - b);
    const pauses: readonly Pause[] = hearing
      ? [{ from: inHours(at, from!), to: inHours(at, to!), reason: '听证' }]
      : [];
    const clock = (amount: number) =>
      clockOf(inHours(at, 0), { amount, unit: 'working-day' as const }, { pauses });
    const file = { legalClock: clock(20), promisedClock: clock(days) } as unknown as CaseFile;
    const toldAt = inHours(at, told);
    return { file, toldAt, endAt: inHours(at, end), day: addDays(dayOf(toldAt), ahead) };
  });

test('a survey moves the promise by exactly the working days it gives back, and the statutory limit by none', () => {
  fc.assert(
    fc.property(aCourse, ({ file, toldAt, endAt, day }) => {
      const still = { ...file, ...stopped(file, { survey, day, rules, calendar, now: toldAt }) };
      const { clocks, daysGivenBack } = goesOn(still, { survey, calendar, now: endAt });
      const before = due(file.promisedClock!, calendar).dueAt!;
      expect(clocks.legalClock).toEqual(file.legalClock);
      expect(clocks.promisedDueAt! >= before).toBe(true);
      expect(daysGivenBack).toBe(workingDaysBetween(calendar, dayOf(before), dayOf(clocks.promisedDueAt!)));
    }),
    { numRuns: 300 },
  );
});

test('one that is cancelled leaves both clocks as they were', () => {
  fc.assert(
    fc.property(aCourse, ({ file, toldAt, day }) => {
      const still = { ...file, ...stopped(file, { survey, day, rules, calendar, now: toldAt }) };
      const after = neverStopped(still, { survey, calendar });
      expect([after.legalClock, after.promisedClock]).toEqual([file.legalClock, file.promisedClock]);
    }),
    { numRuns: 200 },
  );
});

test('whatever is done or left undone, it never stands still for longer than was told first: the days to the visit and those of the conclusion', () => {
  const moves = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 });
  fc.assert(
    fc.property(aCourse, moves, ({ file: { promisedClock: clock, ...rest }, toldAt, day }, days) => {
      // A hearing after the limit would count once the survey has moved that.
      const file = { ...rest, promisedClock: { ...clock!, pauses: [] } };
      const first = { ...file, ...stopped(file, { survey, day, rules, calendar, now: toldAt }) };
      // 改期 as often as one likes, and nobody concludes.
      const moved = days.reduce(
        (each, after) => ({
          ...each,
          ...movedTo(each, { survey, day: addDays(day, after), rules, calendar }),
        }),
        first,
      );
      expect(moved.promisedClock).toEqual(first.promisedClock);
      const most = workingDaysBetween(calendar, dayOf(toldAt), day) + rules.concludeDays + 1;
      const before = due(file.promisedClock, calendar).dueAt!;
      expect(workingDaysBetween(calendar, dayOf(before), dayOf(moved.promisedDueAt!))).toBeLessThanOrEqual(
        most,
      );
    }),
    { numRuns: 300 },
  );
});
