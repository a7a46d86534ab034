import { expect, test } from 'vitest';
import { months, type CalendarDay } from './calendar.ts';

const day = (on: string, weekday: number): CalendarDay => ({
  on,
  weekday,
  isWorked: true,
  name: null,
  notice: null,
  id: null,
});

test('a month begins under its weekday and is filled up to whole weeks', () => {
  // 1 February 2020 was a Saturday (6): five empty places from Monday on; with 2 days the week is full.
  const [month] = months([day('2020-02-01', 6), day('2020-02-02', 7), day('2020-02-03', 1)]);
  expect(month!.title).toBe('2 月');
  expect(month!.weeks.map((week) => week.map((each) => each?.on.slice(8) ?? ''))).toEqual([
    ['', '', '', '', '', '01', '02'],
    ['03', '', '', '', '', '', ''],
  ]);
});

test('Sunday is the last of the week whether it is called 0 or 7', () => {
  for (const sunday of [0, 7])
    expect(months([day('2020-03-01', sunday)])[0]!.weeks[0]!.findIndex(Boolean)).toBe(6);
});
