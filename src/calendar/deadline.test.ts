import { describe, expect, test } from 'vitest';
import { clockOf, type Unit } from './clock.ts';
import { deadline } from './deadline.ts';
import {
  accepted,
  at,
  counting,
  extended,
  knownOn,
  naturalDays,
  pause,
  published,
  workingDays,
} from './testing.ts';

const dueOn = (clock: Parameters<typeof deadline>[0], table = published) => deadline(clock, table).dueOn;

describe('working days', () => {
  test.each([
    // 9–13 March is 1–5, 16–20 is 6–10, 23–27 is 11–15, 30 March – 3 April is 16–20
    ['a Friday', '2020-03-06', 20, '2020-04-03'],
    ['the Saturday after it, a rest day', '2020-03-07', 20, '2020-04-03'],
    ['the Sunday', '2020-03-08', 20, '2020-04-03'],
    // a day later: 3 April is the 19th, 4–6 April is Qingming, 7 April the 20th
    ['the Monday', '2020-03-09', 20, '2020-04-07'],
    ['a Saturday that is worked', '2020-05-09', 5, '2020-05-15'], // 11–15 May
    ['a Saturday before a Sunday that is worked', '2020-01-18', 5, '2020-01-23'], // 19, 20–23 January
    // 23 January is 1, 3–6 February are 2–5
    ['the eve of the extended Spring Festival', '2020-01-22', 5, '2020-02-06'],
    ['the last working day before it', '2020-01-23', 1, '2020-02-03'],
    ['within it', '2020-01-28', 1, '2020-02-03'],
    // 6, 7, 8 May, Saturday 9 May is worked, 11 May: the five days of art. 32
    ['the day before Labour Day', '2020-04-30', 5, '2020-05-11'],
    // 27 (Sunday, worked), 28–30 September, 9, 10 (Saturday, worked), 12–15 October: the ten days of art. 44
    ['a Friday before National Day', '2020-09-25', 10, '2020-10-15'],
    ['New Year’s Eve', '2020-12-31', 1, '2021-01-04'],
    ['the eve of Chinese New Year’s Eve 2024, which was worked', '2024-02-08', 1, '2024-02-09'],
    // 28 (Sunday, worked), 29, 30 April
    ['a Friday before the changed Labour Day of 2019', '2019-04-26', 3, '2019-04-30'],
  ])('accepted on %s (%s), %i days end on %s', (_, on, days, expected) => {
    expect(dueOn(accepted(on, workingDays(days)))).toBe(expected);
  });

  test('20 days and 10 more by approval (art. 42)', () => {
    // 3–6 March is 1–4, 9–13 is 5–9, 16–20 is 10–14, 23–27 is 15–19, 30 March is 20
    const clock = accepted('2020-03-02', workingDays(20));
    expect(dueOn(clock)).toBe('2020-03-30');
    // 31 March – 3 April is 21–24, 7–10 April is 25–28, 13 and 14 April are 29 and 30
    expect(dueOn(extended(clock, 10))).toBe('2020-04-14');
    expect(dueOn(extended(clock, 10, false))).toBe('2020-03-30');
  });

  test('45 days and 15 more for joint handling (art. 42 ¶2), over National Day', () => {
    // 2–4 Sept 1–3, 7–11 –8, 14–18 –13, 21–25 –18, 27 (worked) 19, 28–30 –22, 9 Oct 23, 10 (worked) 24,
    // 12–16 –29, 19–23 –34, 26–30 –39, 2–6 Nov –44, 9 Nov 45
    const clock = accepted('2020-09-01', workingDays(45));
    expect(dueOn(clock)).toBe('2020-11-09');
    // 10–13 Nov –49, 16–20 –54, 23–27 –59, 30 Nov 60
    expect(dueOn(extended(clock, 15))).toBe('2020-11-30');
  });

  test('before the extension of 2020 was announced, the same clock ended two days earlier', () => {
    // 23 January 1, 31 January 2, 1 February (Saturday, then to be worked) 3, 3 and 4 February 4 and 5
    const clock = accepted('2020-01-22', workingDays(5));
    expect(dueOn(clock, knownOn('2020-01-26'))).toBe('2020-02-04');
    expect(dueOn(clock, knownOn('2020-01-27'))).toBe('2020-02-06');
  });

  test('an instant is of the day it is in Shanghai', () => {
    const clock = clockOf(at('2020-03-06 00:30'), workingDays(1)); // 5 March 16:30 UTC
    expect(dueOn(clock)).toBe('2020-03-09');
  });
});

describe('the end of a day', () => {
  const clock = accepted('2020-03-06', workingDays(5)); // Friday; 9–13 March

  test('business hours end it', () => {
    expect(deadline(clock, published).dueAt).toBe('2020-03-13T09:00:00.000Z'); // 17:00
  });
  test('where they do not, midnight does, and it is still that day', () => {
    const table = counting({ dayEnds: 'midnight' });
    expect(deadline(clock, table)).toMatchObject({ dueAt: '2020-03-13T15:59:59.999Z', dueOn: '2020-03-13' });
  });

  const deemed = counting({ outsideHours: 'next-working-day' });
  test.each([
    ['2020-03-06 16:59', '2020-03-13', '2020-03-13'],
    ['2020-03-06 17:00', '2020-03-13', '2020-03-16'], // taken for Monday 9: 10–13, 16 March
    ['2020-03-07 10:00', '2020-03-13', '2020-03-16'],
    ['2020-03-09 08:00', '2020-03-16', '2020-03-16'], // before opening is that day
  ])(
    'an act at %s is due on %s, and on %s where acts outside hours are taken for the next day',
    (start, own, next) => {
      const clock = clockOf(at(start), workingDays(5));
      expect([dueOn(clock), dueOn(clock, deemed)]).toEqual([own, next]);
    },
  );
});

describe('the same day', () => {
  test.each<[Unit, string, string]>([
    ['working-day', '2020-03-06 10:00', '2020-03-06'],
    ['working-day', '2020-03-06 17:00', '2020-03-09'], // closed: the next working day
    ['working-day', '2020-03-07 10:00', '2020-03-09'],
    ['natural-day', '2020-03-06 10:00', '2020-03-06'],
    ['natural-day', '2020-03-07 10:00', '2020-03-09'],
    ['natural-day', '2020-03-06 18:00', '2020-03-09'],
  ])('zero %ss from %s end on %s', (unit, start, expected) => {
    expect(dueOn(clockOf(at(start), { amount: 0, unit }))).toBe(expected);
  });
  test('a standstill over it moves it behind', () => {
    const clock = accepted('2020-03-06', workingDays(0), pause('2020-03-06 11:00', '2020-03-09 12:00'));
    expect(dueOn(clock)).toBe('2020-03-10');
  });
});

describe('natural days', () => {
  test.each([
    ['2020-03-02', 30, '2020-04-01'], // 3 March is 1, 1 April is 30
    ['2020-09-21', 10, '2020-10-09'], // 1 October, a holiday until the 8th: moved (民法典 203)
    ['2020-06-18', 10, '2020-06-28'], // a Sunday that is worked: not moved
    ['2020-03-04', 10, '2020-03-16'], // Saturday 14 March: moved to Monday
    ['2020-03-07', 10, '2020-03-18'], // a Saturday: Monday 9 March is 1
  ])('accepted on %s, %i days end on %s', (on, days, expected) => {
    expect(dueOn(accepted(on, naturalDays(days)))).toBe(expected);
  });
  test('a last day moved into a standstill moves on behind it', () => {
    // Saturday 14 March, moved to Monday 16, when a hearing begins that ends on Wednesday: Thursday
    expect(
      dueOn(accepted('2020-03-04', naturalDays(10), pause('2020-03-16 09:00', '2020-03-18 15:00'))),
    ).toBe('2020-03-19');
    expect(dueOn(accepted('2020-03-04', naturalDays(10), pause('2020-03-16 09:00')))).toBeNull();
  });
});

describe('hours', () => {
  test.each<[Unit, string, number, string]>([
    ['hour', '2020-03-06 16:00', 24, '2020-03-07 16:00'], // around the clock, weekend or not
    ['hour', '2020-01-23 16:00', 2.5, '2020-01-23 18:30'],
    ['working-hour', '2020-03-06 10:00', 2, '2020-03-06 12:00'], // over at noon, not at one
    ['working-hour', '2020-03-06 10:00', 3, '2020-03-06 14:00'], // two before noon, one after one o’clock
    ['working-hour', '2020-03-06 16:00', 8, '2020-03-09 17:00'], // one on Friday, seven on Monday, over at closing
    ['working-hour', '2020-03-06 12:30', 4, '2020-03-06 17:00'],
    ['working-hour', '2020-03-07 09:00', 0, '2020-03-07 09:00'], // on a rest day: at once, not at Friday’s closing
    ['working-hour', '2020-03-07 09:00', 2, '2020-03-09 11:00'],
    ['working-hour', '2020-03-06 20:00', 0.5, '2020-03-09 09:30'],
    ['working-hour', '2020-01-23 16:00', 1.25, '2020-02-03 09:15'], // over the extended Spring Festival
  ])('%s: from %s, %d end at %s', (unit, start, amount, expected) => {
    expect(deadline(clockOf(at(start), { amount, unit }), published).dueAt).toBe(at(expected));
  });

  test('a standstill is taken out to the minute', () => {
    const limit = { amount: 8, unit: 'working-hour' } as const;
    // Friday 10–11, still from 11 to Monday 10:30 (1 + 4 and 1.5 hours), then 10:30–12, 13–17, Tuesday 9–10:30
    const clock = accepted('2020-03-06', limit, pause('2020-03-06 11:00', '2020-03-09 10:30'));
    expect(deadline(clock, published).dueAt).toBe(at('2020-03-10 10:30'));
    const hours = accepted(
      '2020-03-06',
      { amount: 24, unit: 'hour' },
      pause('2020-03-06 11:00', '2020-03-06 11:20'),
    );
    expect(deadline(hours, published).dueAt).toBe(at('2020-03-07 10:20'));
  });
});

describe('standstills (art. 45)', () => {
  const clock = (...pauses: Parameters<typeof pause>[]) =>
    accepted('2020-03-02', workingDays(20), ...pauses.map((each) => pause(...each))); // ends on 30 March

  test('the working days a hearing touches are not counted', () => {
    // 5, 6, 9, 10, 11 March: five days on, 31 March – 3 April and 7 April
    expect(dueOn(clock(['2020-03-05 10:00', '2020-03-11 15:00']))).toBe('2020-04-07');
  });
  test('overlapping ones are merged', () => {
    // 5, 6, 9–13 March: seven days on, 31 March – 3 April, 7–9 April
    const twice = clock(
      ['2020-03-10 09:00', '2020-03-13 12:00', '检测'],
      ['2020-03-05 10:00', '2020-03-11 15:00'],
    );
    expect(dueOn(twice)).toBe('2020-04-09');
    expect(
      dueOn(clock(['2020-03-05 09:00', '2020-03-05 10:00'], ['2020-03-05 14:00', '2020-03-05 15:00'])),
    ).toBe('2020-03-31');
  });
  test('across a holiday only working days are added', () => {
    // 22–25 Sept 1–4, 27 (worked) 5, 28 6; 29, 30 Sept and 9 Oct still; 10 Oct (worked) 7, 12–14 Oct 8–10
    const over = accepted('2020-09-21', workingDays(10), pause('2020-09-29 09:00', '2020-10-09 16:00'));
    expect(dueOn(over)).toBe('2020-10-14');
  });
  test.each([
    ['on a weekend alone changes nothing', '2020-03-07 09:00', '2020-03-08 17:00', '2020-03-30'],
    ['before acceptance changes nothing', '2020-02-03 09:00', '2020-02-28 17:00', '2020-03-30'],
    [
      'that ends at midnight does not touch the day that begins',
      '2020-03-05 00:00',
      '2020-03-06 00:00',
      '2020-03-31',
    ],
    ['of no length changes nothing', '2020-03-05 09:00', '2020-03-05 09:00', '2020-03-30'],
    // 30, 31 March and 1 April still, 2 April is the 20th
    ['that begins on the last day takes that day out', '2020-03-30 10:00', '2020-04-01 12:00', '2020-04-02'],
    [
      'that begins when the time is over comes too late',
      '2020-03-30 17:00',
      '2020-04-01 12:00',
      '2020-03-30',
    ],
  ])('one %s', (_, from, to, expected) => {
    expect(dueOn(clock([from, to]))).toBe(expected);
  });
  test('while one lasts there is no date', () => {
    expect(deadline(clock(['2020-03-05 10:00']), published)).toEqual({
      dueAt: null,
      dueOn: null,
      provisional: false,
    });
    expect(dueOn(clock(['2020-03-30 18:00']))).toBe('2020-03-30');
  });
  test('one that runs backwards is a fault of the program', () => {
    expect(() => dueOn(clock(['2020-03-06 10:00', '2020-03-05 10:00']))).toThrow(RangeError);
  });
});

describe('years without a published arrangement', () => {
  test.each([
    ['2026-12-01', 5, '2026-12-08', false],
    ['2026-12-17', 6, '2026-12-25', false],
    ['2026-12-17', 7, '2026-12-28', true], // next year’s notice may still move the last days of December
    ['2026-12-21', 10, '2027-01-04', true], // by weekdays alone, until the notice is out
    ['2003-12-31', 1, '2004-01-02', true],
  ])('from %s, %i days end on %s; provisional: %s', (on, days, expected, provisional) => {
    expect(deadline(accepted(on, workingDays(days)), published)).toMatchObject({
      dueOn: expected,
      provisional,
    });
  });
  test('the last six days of December wait for next year’s notice', () => {
    const before = knownOn('2019-11-20'); // the day before the notice for 2020
    expect(deadline(accepted('2019-12-24', workingDays(1)), before)).toMatchObject({
      dueOn: '2019-12-25',
      provisional: false,
    });
    expect(deadline(accepted('2019-12-24', workingDays(2)), before)).toMatchObject({
      dueOn: '2019-12-26',
      provisional: true,
    });
  });
  test('hours around the clock need no calendar', () => {
    expect(deadline(accepted('2031-05-01', { amount: 24, unit: 'hour' }), published).provisional).toBe(false);
  });
});

test.each([
  [-1, 'working-day'],
  [1.5, 'working-day'],
  [Number.NaN, 'hour'],
  [Infinity, 'working-hour'],
] as const)('a limit of %d %ss is a fault of the program', (amount, unit) => {
  expect(() => deadline(accepted('2020-03-02', { amount, unit }), published)).toThrow(RangeError);
});
