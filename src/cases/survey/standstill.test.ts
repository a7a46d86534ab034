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
import { dayOf, instant, instantOf, millis, MS_PER_HOUR } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { goesOn, neverStopped, stopped } from './standstill.ts';

const calendar = calendarTable(loadChineseDays());
const survey = { number: 'KC2020000001' };
const first = millis(instant('2019-12-02T09:00+08:00'));
const inHours = (from: number, hours: number) => instantOf(from + hours * MS_PER_HOUR);

/** A case accepted somewhen around the Spring Festival of 2020, with or without a hearing, surveyed afterwards. */
const aCourse = fc
  .record({
    start: fc.integer({ min: 0, max: 60 * 24 }),
    days: fc.integer({ min: 1, max: 20 }),
    told: fc.integer({ min: 0, max: 15 * 24 }),
    took: fc.integer({ min: 0, max: 15 * 24 }),
    hearing: fc.option(fc.tuple(fc.integer({ min: 0, max: 15 * 24 }), fc.integer({ min: 0, max: 15 * 24 }))),
  })
  .map(({ start, days, told, took, hearing }) => {
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
    return { file, toldAt: inHours(at, told), endAt: inHours(at, end) };
  });

test('a survey moves the promise by exactly the working days it gives back, and the statutory limit by none', () => {
  fc.assert(
    fc.property(aCourse, ({ file, toldAt, endAt }) => {
      const still = { ...file, ...stopped(file, { survey, calendar, now: toldAt }) };
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
    fc.property(aCourse, ({ file, toldAt }) => {
      const still = { ...file, ...stopped(file, { survey, calendar, now: toldAt }) };
      const after = neverStopped(still, { survey, calendar });
      expect([after.legalClock, after.promisedClock]).toEqual([file.legalClock, file.promisedClock]);
    }),
    { numRuns: 200 },
  );
});
