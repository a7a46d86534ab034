import { expect, test } from 'vitest';
import { clockOf } from './clock.ts';
import { light, remaining, used } from './progress.ts';
import { accepted, at, extended, naturalDays, pause, published, workingDays } from './testing.ts';

const five = accepted('2020-03-02', workingDays(5)); // Monday; 3–6 March, ends on Monday 9

test.each([
  ['2020-03-01 10:00', 0, 5, 'green'], // not begun
  ['2020-03-02 17:00', 0, 5, 'green'], // the day of the act is not counted
  ['2020-03-05 09:00', 3, 2, 'green'],
  ['2020-03-06 09:00', 4, 1, 'yellow'], // one working day before the limit
  ['2020-03-08 09:00', 4, 1, 'yellow'],
  ['2020-03-09 17:00', 5, 0, 'yellow'], // over at 17:00, not before
  ['2020-03-09 17:01', 5, 0, 'red'],
  ['2020-03-11 09:00', 7, -2, 'red'],
] as const)('at %s of five days %i are used, %i are left, the light is %s', (when, gone, left, colour) => {
  expect(used(five, at(when), published)).toBe(gone);
  expect(remaining(five, at(when), published)).toBe(left);
  expect(light(five, at(when), published)).toBe(colour);
});

test('a threshold is a setting', () => {
  const early = { 'working-day': 2, 'natural-day': 3, hour: 4, 'working-hour': 4 };
  expect(light(five, at('2020-03-05 09:00'), published, early)).toBe('yellow');
});

test('a clock that stands still keeps what it had', () => {
  const still = accepted('2020-03-02', workingDays(5), pause('2020-03-05 10:00'));
  expect(used(still, at('2020-04-30 10:00'), published)).toBe(2); // 3 and 4 March
  expect(remaining(still, at('2020-04-30 10:00'), published)).toBe(3);
  expect(light(still, at('2020-04-30 10:00'), published)).toBe('green');
});

test('used days leave out the working days a standstill touches', () => {
  const heard = accepted('2020-03-02', workingDays(5), pause('2020-03-04 10:00', '2020-03-09 15:00'));
  // 3 March counts; 4, 5, 6 and 9 do not; 10 and 11 do
  expect(used(heard, at('2020-03-11 09:00'), published)).toBe(3);
  expect(remaining(heard, at('2020-03-11 09:00'), published)).toBe(2);
});

test('a standstill that came too late stops nothing', () => {
  const late = accepted('2020-03-02', workingDays(1), pause('2020-03-03 17:00', '2020-03-06 10:00'));
  expect(used(late, at('2020-03-05 09:00'), published)).toBe(3);
  expect(remaining(late, at('2020-03-05 09:00'), published)).toBe(-2);
});

test('an approved extension is left as well', () => {
  expect(remaining(extended(five, 10), at('2020-03-06 09:00'), published)).toBe(11);
});

test('a natural last day that moved leaves the days in between', () => {
  const moved = accepted('2020-03-04', naturalDays(10)); // Saturday 14 March, moved to Monday 16
  expect(remaining(moved, at('2020-03-14 09:00'), published)).toBe(2);
  expect(light(moved, at('2020-03-15 09:00'), published)).toBe('yellow');
  expect(remaining(moved, at('2020-03-17 09:00'), published)).toBe(-1);
});

test('a same-day matter has nothing left on its day and is late on the next', () => {
  const today = accepted('2020-03-06', workingDays(0));
  expect([
    remaining(today, at('2020-03-06 12:00'), published),
    used(today, at('2020-03-06 12:00'), published),
  ]).toEqual([0, 0]);
  expect(remaining(today, at('2020-03-09 12:00'), published)).toBe(-1);
});

test('hours are used by the minute', () => {
  const hours = clockOf(at('2020-03-06 16:00'), { amount: 8, unit: 'working-hour' });
  expect(used(hours, at('2020-03-06 16:30'), published)).toBe(0.5);
  expect(remaining(hours, at('2020-03-09 13:00'), published)).toBe(4); // one on Friday, three on Monday
  const round = clockOf(at('2020-03-06 16:00'), { amount: 24, unit: 'hour' });
  expect(remaining(round, at('2020-03-07 17:00'), published)).toBe(-1);
});
