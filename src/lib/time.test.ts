import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';
import {
  addDays,
  day,
  dayOf,
  daysBetween,
  formatChinese,
  formatDay,
  formatTime,
  formatWeekday,
  instant,
  instantOf,
  isDay,
  readInstant,
  startOfDay,
  weekday,
} from './time.ts';

test.each([
  ['2020-01-22T15:59:59.999Z', '2020-01-22'], // one millisecond before Shanghai's midnight
  ['2020-01-22T16:00:00.000Z', '2020-01-23'],
  ['2019-12-31T16:00:00.000Z', '2020-01-01'],
  ['1969-12-31T16:00:00.000Z', '1970-01-01'],
  ['1969-12-31T15:59:59.999Z', '1969-12-31'],
])('%s is in Shanghai on %s', (at, on) => {
  expect(dayOf(instant(at))).toBe(on);
});

test('a day begins at 16:00 UTC of the day before', () => {
  expect(startOfDay(day('2020-03-05'))).toBe('2020-03-04T16:00:00.000Z');
});

test.each([
  ['2020-01-23', 4, '周四'],
  ['2020-02-02', 7, '周日'],
  ['1970-01-01', 4, '周四'],
  ['1969-12-28', 7, '周日'],
])('%s is weekday %i, %s', (on, number, name) => {
  expect(weekday(day(on))).toBe(number);
  expect(formatWeekday(day(on))).toBe(name);
});

test('days are added over a leap day and a year', () => {
  expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01');
  expect(addDays(day('2020-01-01'), -1)).toBe('2019-12-31');
  expect(daysBetween(day('2020-02-28'), day('2020-03-01'))).toBe(2);
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
});

test.each([
  '2020-02-30',
  '2019-02-29',
  '2020-13-01',
  '2020-00-01',
  '2020-1-1',
  '',
  '2020-01-01T00:00Z',
  '２０２０-01-01',
])('%s is not a day', (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => day(text)).toThrow(RangeError);
});

test.each([
  ['2020-01-23T09:00+08:00', '2020-01-23T01:00:00.000Z'],
  ['2020-01-23T01:00:00Z', '2020-01-23T01:00:00.000Z'],
  ['2020-01-23T01:00:00.5Z', '2020-01-23T01:00:00.500Z'],
  ['2020-01-23T09:00', undefined], // whose nine o'clock?
  ['2020-02-30T09:00Z', undefined],
  ['2020-01-23T25:00Z', undefined],
  ['yesterday', undefined],
])('the instant %s reads as %s', (text, expected) => {
  expect(readInstant(text)).toBe(expected);
});

test('people read day and time of Shanghai', () => {
  expect(formatChinese(instant('2020-03-05T08:05:00Z'))).toBe('2020年3月5日 16:05');
  expect(formatTime(instant('2020-03-04T16:00:59Z'))).toBe('00:00');
  expect(formatDay(day('2020-11-10'))).toBe('2020年11月10日');
});

test.each([
  ['2020-3-5', '2020-03-05'],
  ['2020/03/05', '2020-03-05'],
  ['2020.3.5', '2020-03-05'],
  ['20200305', '2020-03-05'],
  ['2020年3月5日', '2020-03-05'],
  ['2020 年 3 月 5 号', '2020-03-05'],
  ['２０２０年３月５日', '2020-03-05'],
  ['２０２０－０３－０５', '2020-03-05'],
  ['二〇二〇年三月五日', '2020-03-05'],
  ['二○二○年十月十日', '2020-10-10'],
  ['二零二零年十二月三十一日', '2020-12-31'],
  ['2020年2月30日', undefined],
  ['2020年', undefined],
  ['3月5日', undefined],
  ['2020-3-5-6', undefined],
  ['', undefined],
  ['十十十十年十月十日', undefined],
])('the day %s reads as %s', (text, expected) => {
  expect(readDay(text)).toBe(expected);
});

test('days agree with the time zone database at every instant since 1992', () => {
  const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  const span = { min: Date.UTC(1992, 0), max: Date.UTC(2099, 11) };
  fc.assert(fc.property(fc.integer(span), (ms) => dayOf(instantOf(ms)) === zoned.format(ms)));
});

test('the day that is so many days away is so many days away', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
      const there = addDays(day('2020-01-01'), n);
      expect(daysBetween(day('2020-01-01'), there)).toBe(n);
      expect(readDay(formatDay(there))).toBe(there);
    }),
  );
});
