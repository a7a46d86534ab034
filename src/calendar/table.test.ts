import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { addDays, day, weekday, type Day } from '#lib/time.ts';
import { loadChineseDays } from './load-chinese-days.ts';
import { asKnownOn, calendarTable, type CalendarSource } from './table.ts';
import { knownOn, published } from './testing.ts';
import { isWorkingDay, workingDaysBetween } from './working-days.ts';

const source = loadChineseDays();
const csv = sharedFile('data/holidays/cn-2019-2026.csv');

test.runIf(csv)('every day from 2019 to 2026 is worked or not as the checked table says', () => {
  const listed = new Map(
    readFileSync(csv ?? '', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([on = '', type = '']) => [on, type === 'transfer_workday'] as const),
  );
  const wrong: Day[] = [];
  let checked = 0;
  for (let on = day('2019-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    checked += 1;
    const expected = listed.get(on) ?? weekday(on) <= 5;
    if (isWorkingDay(published, on) !== expected) wrong.push(on);
  }
  expect(wrong).toEqual([]);
  expect(checked).toBe(2922); // 8 × 365 and the leap days of 2020 and 2024
  expect(listed.size).toBe(290);
});

test.each([
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, days) => {
  expect(workingDaysBetween(published, day(`${year - 1}-12-31`), day(`${year}-12-31`))).toBe(days);
});

test.each([
  ['2019', '02-02 02-03 04-28 05-05 09-29 10-12'],
  ['2020', '01-19 04-26 05-09 06-28 09-27 10-10'], // 02-01 was cancelled by the extension
  ['2021', '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
  ['2022', '01-29 01-30 04-02 04-24 05-07 10-08 10-09'],
  ['2023', '01-28 01-29 04-23 05-06 06-25 10-07 10-08'],
  ['2024', '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
  ['2025', '01-26 02-08 04-27 09-28 10-11'],
  ['2026', '01-04 02-14 02-28 05-09 09-20 10-10'],
])('the weekend days worked in %s are %s', (year, days) => {
  const rows = [...published.inForce.values()].filter(
    (row) => row.kind === 'make-up' && row.on.startsWith(year),
  );
  expect(rows.map((row) => row.on.slice(5)).join(' ')).toBe(days);
});

test('a New Year’s day in December is arranged by the notice of the year that begins', () => {
  expect(source.days.find((row) => row.on === '2018-12-29')).toEqual({
    on: '2018-12-29',
    kind: 'make-up',
    name: '元旦',
    notice: '2019',
  });
});

test('31 December 2005, a Saturday, was worked by the notice for 2006', () => {
  expect(isWorkingDay(published, day('2005-12-31'))).toBe(true);
});

test('before the extension of 2020 was announced, 31 January and 1 February were working days', () => {
  const before = knownOn('2020-01-26');
  const after = knownOn('2020-01-27');
  for (const on of [day('2020-01-31'), day('2020-02-01')]) {
    expect([isWorkingDay(before, on), isWorkingDay(after, on)]).toEqual([true, false]);
  }
  expect(isWorkingDay(after, day('2020-02-03'))).toBe(true);
});

test('the change of Labour Day 2019 holds from the day it was published', () => {
  const [before, after] = [knownOn('2019-03-21'), knownOn('2019-03-22')];
  const worked = (table: typeof before): boolean[] =>
    ['2019-04-28', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-05'].map((on) =>
      isWorkingDay(table, day(on)),
    );
  expect(worked(before)).toEqual([false, false, true, true, false]);
  expect(worked(after)).toEqual([true, false, false, false, true]);
});

test('every year from 2004 to 2026 is published, and no other', () => {
  expect([...published.publishedYears].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 23 }, (_, i) => 2004 + i),
  );
  expect(knownOn('2019-11-20').publishedYears.has(2020)).toBe(false);
});

test('a later notice can take a holiday back', () => {
  const local = {
    id: '0-local',
    title: '通知',
    number: null,
    publishedOn: day('2020-04-01'),
    year: null,
    change: '调整',
  };
  const table = calendarTable({
    ...source,
    notices: [local, ...source.notices],
    days: [{ on: day('2020-05-05'), kind: 'ordinary', name: '劳动节', notice: '0-local' }, ...source.days],
  });
  expect(isWorkingDay(table, day('2020-05-05'))).toBe(true);
});

test('the version is the same for the same content in any order, and another after any change', () => {
  const shuffled = { ...source, notices: source.notices.toReversed(), days: source.days.toReversed() };
  expect(calendarTable(shuffled).version).toBe(published.version);
  expect(calendarTable(shuffled).exceptions).toEqual(published.exceptions);
  const versions = new Set([
    published.version,
    calendarTable({ ...source, days: source.days.slice(1) }).version,
    calendarTable({ ...source, rules: { ...source.rules, dayEnds: 'midnight' } }).version,
    calendarTable(asKnownOn(source, day('2020-01-26'))).version,
  ]);
  expect(versions.size).toBe(4);
});

const refusalOf = (change: Partial<CalendarSource>): string => {
  try {
    calendarTable({ ...source, ...change });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return 'accepted';
};

test('a table that contradicts itself is refused', () => {
  const [first] = source.days;
  if (!first) throw new Error('no days');
  expect(refusalOf({ days: [...source.days, first] })).toBe('calendar.day-twice');
  expect(refusalOf({ days: [{ ...first, notice: 'unheard-of' }] })).toBe('calendar.unknown-notice');
  expect(refusalOf({ notices: [...source.notices, ...source.notices.slice(0, 1)] })).toBe(
    'calendar.notice-twice',
  );
});

test.each([
  [[]],
  [[{ opens: '9:00', closes: '12:00' }]],
  [[{ opens: '12:00', closes: '09:00' }]],
  [[{ opens: '09:00', closes: '25:00' }]],
  [[{ opens: '09:00', closes: '24:30' }]],
  [
    [
      { opens: '09:00', closes: '12:00' },
      { opens: '11:00', closes: '17:00' },
    ],
  ],
])('the business hours %j are refused', (sessions) => {
  expect(refusalOf({ rules: { ...source.rules, sessions } })).toBe('calendar.business-hours');
});
