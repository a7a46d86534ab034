/* The articles of 行政许可法 (2019) that a case is timed by, with the days on both sides of each boundary. */
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  asKnownOn,
  calendarTable,
  loadChineseDays,
  recompute,
  type CalendarTable,
  type Clock,
  type Pause,
} from '#calendar/index.ts';
import { addDays, day, dayOf, instant, millis, instantOf, startOfDay, type Instant } from '#lib/time.ts';
import { barOn } from './bar/refuse-barred.ts';
import type { ApplicationBar } from './bar/application-bar.ts';
import { lastDayOfBar } from './bar/term.ts';
import type { BadFaith } from './bar/words.ts';
import { firstReviewRules } from './branch/first-review.ts';
import {
  inTime,
  lengthened,
  paused,
  resumed,
  started,
  timed,
  tookUntil,
  workingDaysAfter,
  type Limits,
  type StatedLimit,
} from './clocks.ts';
import type { CaseFile } from './file/case-file.ts';
import { deemAccepted, wholeAt } from './file/deem-accepted.ts';
import { refuseDeemed } from './file/told.ts';
import { cases } from './index.ts';
import { joined } from './joint/one-clock.ts';
import { renewalRules } from './renewal/rules.ts';
import { lastDayToAsk, renewedUntil } from './renewal/terms.ts';
import { KINDS } from './papers/kinds.ts';
import { caseRules } from './rules.ts';
import type { Hearing } from './special/hearing/hearing.ts';
import { hearingRules } from './special/hearing/rules.ts';
import { mayAsk, refuseUnheard } from './special/hearing/standing.ts';

const rules = caseRules.initial;
const published = calendarTable(loadChineseDays());
const at = (local: string): Instant => instant(`${local.replace(' ', 'T')}+08:00`);
const working = (days: number): StatedLimit => ({ days, unit: 'working' });
const natural = (days: number): StatedLimit => ({ days, unit: 'natural' });
/** A licence whose record says nothing of limits. */
const silent: Limits = { legal: null, promised: null, isLicence: true, isInstant: false, isJoint: false };

/** Both clocks of a case accepted at ten in the morning. */
const acceptedOn = (on: string, limits: Partial<Limits> = {}) =>
  started({ ...silent, ...limits }, rules, at(`${on} 10:00`))!;
const dueOn = (legalClock: Clock, table: CalendarTable = published) => {
  const { legalDueAt } = timed({ legalClock, promisedClock: legalClock }, table);
  return legalDueAt && dayOf(legalDueAt);
};
const minuteAfter = (moment: Instant): Instant => instantOf(millis(moment) + 60_000);

describe('article 32: everything that is missing is told within five days of the papers', () => {
  test.each([
    ['a Monday', '2020-05-11', '2020-05-18'], // 12–15, 18 May
    ['the day before Labour Day', '2020-04-30', '2020-05-11'], // 6–8, Saturday 9 (worked), 11 May
    ['a Saturday', '2020-05-16', '2020-05-22'], // 18–22 May
    ['the Friday before it', '2020-05-15', '2020-05-22'],
    ['a Friday before a Sunday that is worked', '2020-01-17', '2020-01-23'], // 19, 20–23 January
    ['the day before National Day', '2020-09-30', '2020-10-14'], // 9, Saturday 10 (worked), 12–14 October
  ])('papers of %s (%s): until %s at closing, a minute later it is late', (_, on, expected) => {
    const until = workingDaysAfter(at(`${on} 10:00`), rules.tellWithinDays, published);
    expect(until).toBe(at(`${expected} 17:00`));
    expect([inTime(until, until), inTime(minuteAfter(until), until)]).toEqual([true, false]);
  });
});

describe('article 32, row by row: at once, on the spot, within five days once, in writing with day and seal', () => {
  const byName = (name: string) => cases.actions.find((each) => each.name === name)!;
  const received = (more: Partial<CaseFile> = {}) =>
    ({ state: 'received', correctionAskedAt: null, endedAt: null, ...more }) as CaseFile;

  test('(1)(2) not needed, not this body’s: declined at once, from the first moment of the papers to the last of the five days', () => {
    // The action itself: file/thread.test.ts, handover/handover.test.ts.
    expect(byName('decline').from).toEqual(expect.arrayContaining(['applied', 'received']));
    const last = at('2020-05-18 17:00');
    const declines = (moment: Instant) => () => refuseDeemed({ tellByAt: last }, moment);
    expect(declines(at('2020-05-11 10:00'))).not.toThrow();
    expect(declines(last)).not.toThrow();
    expect(declines(minuteAfter(last))).toThrow('cases.deemed');
  });
  test('(3) what can be put right on the spot is, before any notice; file/correct-on-spot.test.ts', () => {
    expect(byName('correct-on-spot')).toMatchObject({
      from: ['applied', 'received'],
      to: ['applied', 'received'],
    });
    expect(byName('add-papers').from).toEqual(expect.arrayContaining(['applied', 'received']));
  });
  test('(4) told once: not from where it was told before; untold, the day of the papers is the day of acceptance', () => {
    // A second notice of papers brought again is refused as told once: file/thread.test.ts.
    expect(byName('ask-correction').from).toEqual(['applied', 'received']);
    const papers = at('2020-05-11 10:00');
    expect(wholeAt({ receivedAt: papers, correctedAt: null })).toBe(papers);
    const until = at('2020-05-18 17:00');
    const deems = (moment: Instant) => deemAccepted.when(received({ tellByAt: until }), moment);
    expect([deems(until), deems(minuteAfter(until))]).toEqual([false, true]);
  });
  test('end: acceptance and refusal to accept are papers with their day and the seal of admission', () => {
    const moment = at('2020-05-11 10:00');
    expect(KINDS.acceptance.at(received({ acceptedAt: moment }))).toBe(moment);
    expect(KINDS.decline.at(received({ outcome: 'declined', endedAt: moment }))).toBe(moment);
    expect(KINDS.decline.at(received())).toBeNull();
    for (const { seal } of [KINDS.acceptance, KINDS.decline, KINDS.receipt, KINDS.correction])
      expect(seal).toBe('加盖行政审批受理专用印章');
  });
  test('papers of 22 January 2020: told by 4 February, after the lengthened Spring Festival by the 6th', () => {
    // before: 23, 31 Jan, Saturday 1 Feb (worked), 3, 4 Feb; after: 23 Jan, 3–6 Feb
    const until = (known: string) =>
      workingDaysAfter(
        at('2020-01-22 10:00'),
        rules.tellWithinDays,
        calendarTable(asKnownOn(loadChineseDays(), day(known))),
      );
    expect([until('2020-01-26'), until('2020-01-27')]).toEqual([
      at('2020-02-04 17:00'),
      at('2020-02-06 17:00'),
    ]);
  });
});

describe('article 42: twenty days from the acceptance, ten more by approval', () => {
  test.each([
    // 12–15 May 1–4, 18–22 –9, 25–29 –14, 1–5 June –19, 8 June 20
    ['Monday 11 May', '2020-05-11', '2020-06-08'],
    // 18–22 May 1–5, 25–29 –10, 1–5 June –15, 8–12 –20: article 82, the rest day begins no count
    ['Friday 15 May', '2020-05-15', '2020-06-12'],
    ['Saturday 16 May', '2020-05-16', '2020-06-12'],
    ['Sunday 17 May', '2020-05-17', '2020-06-12'],
    // 19–22 May 1–4, 25–29 –9, 1–5 June –14, 8–12 –19, 15 June 20
    ['Monday 18 May', '2020-05-18', '2020-06-15'],
    // Saturday 9 May is worked: it is the first day of a case of the 8th, and not counted for one of its own
    ['Friday 8 May', '2020-05-08', '2020-06-04'], // 9 May 1, 11–15 –6, 18–22 –11, 25–29 –16, 1–4 June –20
    ['Saturday 9 May, worked', '2020-05-09', '2020-06-05'], // 11–15 –5, 18–22 –10, 25–29 –15, 1–5 June –20
  ])('accepted on %s: until %3$s', (_, on, expected) => {
    expect(dueOn(acceptedOn(on).legalClock)).toBe(expected);
  });

  test('a decision at closing of the last day is in time, a minute later it is not; the days used say the same', () => {
    const running = acceptedOn('2020-05-11');
    const last = at('2020-06-08 17:00');
    expect(tookUntil(last, running, published)).toEqual({
      isOnTime: true,
      isPromiseKept: true,
      workingDaysUsed: 20,
    });
    expect(tookUntil(minuteAfter(last), running, published).isOnTime).toBe(false);
    expect(tookUntil(at('2020-06-09 09:00'), running, published)).toMatchObject({
      isOnTime: false,
      workingDaysUsed: 21,
    });
  });

  test('ten days more count once approved, from the old limit', () => {
    const { legalClock } = acceptedOn('2020-05-11');
    const more = { amount: rules.licenceExtensionDays, reason: '案情复杂', approvedAt: null };
    expect(dueOn(lengthened(legalClock, more))).toBe('2020-06-08');
    // 9–12 June 21–24, 15–19 –29, 22 June 30
    expect(dueOn(lengthened(legalClock, { ...more, approvedAt: at('2020-06-05 10:00') }))).toBe('2020-06-22');
  });

  test('handled jointly: forty-five days and fifteen more, whatever the item states', () => {
    const { legalClock } = acceptedOn('2020-03-02', { isJoint: true, legal: working(20) });
    // 3–6 March 1–4, 9–13 –9, 16–20 –14, 23–27 –19, 30 March–3 April –24, 4–6 April Qingming, 7–10 –28, 13–17 –33,
    // 20–24 –38, Sunday 26 (worked) 39, 27–30 –43, 1–5 May Labour Day, 6 and 7 May 44 and 45
    expect(dueOn(legalClock)).toBe('2020-05-07');
    const more = {
      amount: rules.jointExtensionDays,
      reason: '跨部门会审',
      approvedAt: at('2020-05-06 10:00'),
    };
    // 8 May 46, Saturday 9 (worked) 47, 11–15 –52, 18–22 –57, 25–27 –60
    expect(dueOn(lengthened(legalClock, more))).toBe('2020-05-27');
  });

  test.each([
    // As above: the 45th day is 7 May for all of them, whenever the second is accepted
    ['the same day', '2020-03-02', '2020-05-07'],
    ['when the first is decided', '2020-04-30', '2020-05-07'],
    ['on the forty-fifth day', '2020-05-07', '2020-05-07'],
  ])(
    'handled jointly the second has the clock of the first: accepted %s, on %s, until %s',
    (_, on, expected) => {
      const { legalClock } = acceptedOn('2020-03-02', { isJoint: true });
      const of = (id: string, more: object) =>
        ({
          id,
          state: 'accepted',
          isJoint: true,
          acceptedAt: null,
          endedAt: null,
          legalClock: null,
          ...more,
        }) as CaseFile;
      const first = of('a', { acceptedAt: legalClock.startAt, legalClock });
      const second = of('b', { correctionAskedAt: null });
      const given = {
        caseFile: second,
        jointly: [first, second],
        calendar: published,
        now: at(`${on} 10:00`),
      };
      const running = joined(acceptedOn(on, { isJoint: true }), given);
      expect(dueOn(running.legalClock)).toBe(expected);
      const last = at(`${expected} 17:00`);
      expect([last, minuteAfter(last)].map((each) => tookUntil(each, running, published).isOnTime)).toEqual([
        true,
        false,
      ]);
    },
  );

  test.each<[string, Partial<Limits>, string | null, string | null]>([
    ['a licence that states nothing has twenty days, and promises them', {}, '2020-06-08', '2020-06-08'],
    // 12–15 May 1–4, 18–22 –9, 25 May 10
    ['a shorter promise is a clock of its own', { promised: working(10) }, '2020-06-08', '2020-05-25'],
    ['what the item states goes before', { legal: working(5) }, '2020-05-18', '2020-05-18'],
    // What is no licence and states no statutory limit is held to its promise: 12–14 May
    ['no licence: its promise', { isLicence: false, promised: working(3) }, '2020-05-14', '2020-05-14'],
    ['no licence, instant: the same day', { isLicence: false, isInstant: true }, '2020-05-11', '2020-05-11'],
  ])('%s', (_, limits, legal, promised) => {
    const both = timed(acceptedOn('2020-05-11', limits), published);
    expect([both.legalDueAt, both.promisedDueAt].map((due) => due && dayOf(due))).toEqual([legal, promised]);
  });
  test('no licence that states nothing has no clock: it is refused at the acceptance', () => {
    expect(started({ ...silent, isLicence: false }, rules, at('2020-05-11 10:00'))).toBeNull();
  });
});

describe('article 43: a lower body examines within twenty days of the acceptance', () => {
  // That it goes first, is lit, counted and stops nothing is held by branch/first-review.test.ts.
  test.each([
    ['2020-05-11', '2020-06-08'], // as article 42
    ['2020-05-16', '2020-06-12'], // a Saturday: 18–22 May –5, 25–29 –10, 1–5 June –15, 8–12 –20
    ['2020-04-30', '2020-06-01'], // 6–8 May –3, Saturday 9 (worked) –4, 11–15 –9, 18–22 –14, 25–29 –19, 1 June
    ['2020-01-22', '2020-02-27'], // the lengthened Spring Festival: 23 Jan 1, 3–7 Feb –6, 10–14 –11, 17–21 –16, 24–27 –20
  ])('accepted on %s: until %s at closing, a minute later it is late', (on, expected) => {
    const until = workingDaysAfter(at(`${on} 10:00`), firstReviewRules.initial.withinDays, published);
    expect(until).toBe(at(`${expected} 17:00`));
    expect([inTime(until, until), inTime(minuteAfter(until), until)]).toEqual([true, false]);
  });
});

describe('article 44: issued and served within ten days of the decision', () => {
  test.each([
    ['2020-05-11', '2020-05-25'], // 12–15 May 1–4, 18–22 –9, 25 May 10
    ['2020-09-25', '2020-10-15'], // Sunday 27 (worked), 28–30 Sept –4, 9, Saturday 10 (worked) –6, 12–15 Oct –10
    ['2020-06-15', '2020-06-30'], // 16–19 June –4, 22–24 –7, 25–27 Dragon Boat, Sunday 28 (worked) 8, 29 and 30
  ])('decided on %s: until %s', (on, expected) => {
    const until = workingDaysAfter(at(`${on} 15:00`), rules.issueWithinDays, published);
    expect(until).toBe(at(`${expected} 17:00`));
  });
});

describe('article 45: a hearing, a test, an expert review are not counted', () => {
  const stands = (from: string, to: string | null, reason = '听证'): Pause => ({
    from: at(from),
    to: to === null ? null : at(to),
    reason,
  });
  // Without a pause the case of Monday 11 May is due on 8 June.
  test.each<[string, readonly Pause[], string | null]>([
    // 14, 15 and 18 May; the 16th and 17th are no working days anyway: 9, 10, 11 June
    ['three working days', [stands('2020-05-14 10:00', '2020-05-18 12:00')], '2020-06-11'],
    ['begun and ended on one day: that day', [stands('2020-05-14 10:00', '2020-05-14 15:00')], '2020-06-09'],
    ['over a weekend only: nothing', [stands('2020-05-16 09:00', '2020-05-17 18:00')], '2020-06-08'],
    // 14 to 20 May once: 14, 15, 18, 19, 20, not 3 + 4: 9–12, 15 June
    [
      'two that overlap: their union',
      [
        stands('2020-05-14 10:00', '2020-05-18 12:00'),
        stands('2020-05-15 09:00', '2020-05-20 16:00', '专家评审'),
      ],
      '2020-06-15',
    ],
    [
      'one inside the other: the longer',
      [
        stands('2020-05-14 10:00', '2020-05-20 16:00'),
        stands('2020-05-15 09:00', '2020-05-18 12:00', '检测'),
      ],
      '2020-06-15',
    ],
    // The 15th belongs to both and is spared once: 14, 15, 18 May
    [
      'two that meet on one day',
      [
        stands('2020-05-14 10:00', '2020-05-15 10:00'),
        stands('2020-05-15 15:00', '2020-05-18 12:00', '检验'),
      ],
      '2020-06-11',
    ],
    // 14, 15 and 20, 21 May: 9–12 June
    [
      'two apart: both',
      [
        stands('2020-05-14 10:00', '2020-05-15 16:00'),
        stands('2020-05-20 10:00', '2020-05-21 16:00', '鉴定'),
      ],
      '2020-06-12',
    ],
    // The 8th and 9th are spared, the twentieth day is the 10th
    ['begun on the last day: in time', [stands('2020-06-08 10:00', '2020-06-09 12:00')], '2020-06-10'],
    [
      'begun a minute after closing: nothing is mended',
      [stands('2020-06-08 17:01', '2020-06-12 12:00')],
      '2020-06-08',
    ],
    ['while it lasts there is no date', [stands('2020-05-14 10:00', null)], null],
    [
      'while the second lasts there is none either',
      [stands('2020-05-14 10:00', '2020-05-18 12:00'), stands('2020-05-15 09:00', null, '专家评审')],
      null,
    ],
  ])('%s', (_, pauses, expected) => {
    const { legalClock } = acceptedOn('2020-05-11');
    expect(dueOn(pauses.reduce(paused, legalClock))).toBe(expected);
  });

  test('on a Saturday that is worked it spares that day as well', () => {
    const { legalClock } = acceptedOn('2020-05-07');
    // 8 and 9 May 1–2, 11–15 –7, 18–22 –12, 25–29 –17, 1–3 June –20; without the 8th and 9th: 4 and 5 June
    expect(dueOn(legalClock)).toBe('2020-06-03');
    expect(dueOn(paused(legalClock, stands('2020-05-08 10:00', '2020-05-10 12:00')))).toBe('2020-06-05');
  });
  test('what the decision took leaves them out, also of a case that began on a Saturday', () => {
    const hearing = stands('2020-05-20 10:00', '2020-05-22 12:00');
    const took = (legalClock: Clock, moment: string) =>
      tookUntil(at(moment), { legalClock, promisedClock: legalClock }, published).workingDaysUsed;
    // 18 and 19 May 1–2, 20–22 stand, 25 May 3
    const { legalClock } = acceptedOn('2020-05-16');
    expect(took(paused(legalClock, hearing), '2020-05-25 15:00')).toBe(3);
    expect(took(legalClock, '2020-05-16 11:00')).toBe(0);
    expect(took(legalClock, '2020-05-18 09:00')).toBe(1);
  });
  test('it adds to an extension: article 42 and 45 together', () => {
    const { legalClock } = acceptedOn('2020-05-11');
    const more = { amount: 10, reason: '案情复杂', approvedAt: at('2020-06-05 10:00') };
    const both = lengthened(paused(legalClock, stands('2020-05-14 10:00', '2020-05-18 12:00')), more);
    // 22 June and three days: 23, 24, 25–27 Dragon Boat, Sunday 28 (worked)
    expect(dueOn(both)).toBe('2020-06-28');
  });
  test('of two alike begun at one moment the end of one leaves the other standing', () => {
    const begun = stands('2020-05-14 10:00', null);
    const both = paused(paused(acceptedOn('2020-05-11').legalClock, begun), begun);
    const first = resumed(both, begun, at('2020-05-18 12:00'));
    expect(dueOn(first)).toBeNull();
    expect(dueOn(resumed(first, begun, at('2020-05-20 16:00')))).toBe('2020-06-15');
  });
});

describe('articles 47 and 48: a hearing is asked for within five days, held within twenty, told seven before', () => {
  const { askWithinDays, holdWithinDays, noticeBeforeDays } = hearingRules.initial;
  const after = (on: string, days: number, table = published) => addWorkingDays(table, day(on), days);
  // What each boundary does to request, decision and day is held by special/hearing/hearing.test.ts.
  test.each([
    ['a Monday', '2020-05-11', '2020-05-18', '2020-05-20', '2020-06-08'], // 12–15, 18 May –5, 19, 20 –7; as article 42
    // 6–8 May –3, Saturday 9 (worked) 4, 11 May 5, 12, 13 –7, 14, 15 –9, 18–22 –14, 25–29 –19, 1 June 20
    ['the day before Labour Day', '2020-04-30', '2020-05-11', '2020-05-13', '2020-06-01'],
    // 18–22 May –5, 25, 26 –7, 27–29 –10, 1–5 June –15, 8–12 –20
    ['a Saturday', '2020-05-16', '2020-05-22', '2020-05-26', '2020-06-12'],
    // 9 Oct 1, Saturday 10 (worked) 2, 12–16 –7, 19–23 –12, 26–30 –17, 2–4 November –20
    ['the day before National Day', '2020-09-30', '2020-10-14', '2020-10-16', '2020-11-04'],
  ])('%s (%s): asked for until %s, told that day held from %s on, asked that day until %s', (...row) => {
    const [, on, ask, earliest, last] = row;
    expect([askWithinDays, noticeBeforeDays, holdWithinDays].map((days) => after(on, days))).toEqual([
      ask,
      earliest,
      last,
    ]);
    const may = (moment: string) => mayAsk({ askBy: day(ask) }, at(moment));
    expect([may(`${ask} 23:59`), mayAsk({ askBy: day(ask) }, startOfDay(addDays(day(ask), 1)))]).toEqual([
      true,
      false,
    ]);
  });

  test('nothing is decided on the fifth day, on the next it is; never while somebody waits to be heard', () => {
    const told = (state: string) => [{ state, askBy: day('2020-05-18') } as Hearing];
    const decides = (state: string, moment: string) => () => refuseUnheard(told(state), at(moment));
    expect(decides('told', '2020-05-18 23:59')).toThrow('cases.hearing-may-be-asked');
    expect(decides('told', '2020-05-19 00:00')).not.toThrow();
    for (const state of ['asked', 'set'])
      expect(decides(state, '2020-06-30 09:00')).toThrow('cases.hearing-open');
    for (const state of ['held', 'waived', 'unasked'])
      expect(decides(state, '2020-05-11 10:00')).not.toThrow();
  });

  test('across the lengthened Spring Festival of 2020: asked, told and held by its days', () => {
    const [before, since] = ['2020-01-26', '2020-01-27'].map((known) =>
      calendarTable(asKnownOn(loadChineseDays(), day(known))),
    );
    const days = [askWithinDays, noticeBeforeDays, holdWithinDays];
    // before: 23, 31 Jan, 1 (worked), 3, 4 Feb –5, 5, 6 –7; after: 23 Jan, 3–6 Feb –5, 7, 10 –7; 20 as below
    expect(days.map((each) => after('2020-01-22', each, before))).toEqual([
      '2020-02-04',
      '2020-02-06',
      '2020-02-25',
    ]);
    expect(days.map((each) => after('2020-01-22', each, since))).toEqual([
      '2020-02-06',
      '2020-02-10',
      '2020-02-27',
    ]);
  });
});

describe('article 82: days are working days; an item that states natural days keeps its unit', () => {
  test.each([
    ['2020-05-11', '2020-06-01'], // 31 May is the 20th, a Sunday: Monday
    ['2020-05-18', '2020-06-08'], // 7 June, a Sunday: Monday
    ['2020-06-08', '2020-06-28'], // a Sunday that is worked: it stays
  ])('twenty natural days from %s end on %s', (on, expected) => {
    expect(dueOn(acceptedOn(on, { legal: natural(20) }).legalClock)).toBe(expected);
  });
});

describe('days that are worked to make up for a holiday count', () => {
  test.each([
    ['Sunday 28 June', '2020-06-24', 1, '2020-06-28'], // 25–27 June Dragon Boat
    ['Sunday 28 June among five', '2020-06-19', 5, '2020-06-29'], // 22–24 June 1–3, 28 and 29 June
    ['Sunday 27 September', '2020-09-25', 2, '2020-09-28'],
    ['Saturday 10 October', '2020-09-30', 2, '2020-10-10'], // 9 and 10 October
    ['Sunday 26 April and Saturday 9 May', '2020-04-24', 10, '2020-05-11'], // 26 1, 27–30 –5, 6–9 May –9, 11 May 10
  ])('%s: accepted on %s, %i days end on %s', (_, on, days, expected) => {
    expect(dueOn(acceptedOn(on, { legal: working(days) }).legalClock)).toBe(expected);
  });
});

describe('Spring Festival 2020, lengthened on 27 January', () => {
  const before = calendarTable(asKnownOn(loadChineseDays(), day('2020-01-26')));
  const after = calendarTable(asKnownOn(loadChineseDays(), day('2020-01-27')));
  test.each([
    // before: 23 Jan 1, 31 2, Saturday 1 Feb (worked) 3, 3–7 –8, 10–14 –13, 17–21 –18, 24 and 25 Feb
    // after: 23 Jan 1, 3–7 Feb –6, 10–14 –11, 17–21 –16, 24–27 –20
    ['20 days from 22 January', '2020-01-22', 20, '2020-02-25', '2020-02-27'],
    // before: 31 Jan 1, 1 Feb 2, 3–5 Feb; after: 3–7 Feb
    ['5 days from the last day before it', '2020-01-23', 5, '2020-02-05', '2020-02-07'],
    ['1 day from within it', '2020-01-28', 1, '2020-01-31', '2020-02-03'],
    ['a limit over before it', '2020-01-20', 3, '2020-01-23', '2020-01-23'], // 21–23 January
    ['a limit begun after it', '2020-02-03', 3, '2020-02-06', '2020-02-06'], // 4–6 February
  ])('%s: %4$s before the notice, %5$s after', (...[, on, days, was, is]) => {
    const { legalClock } = acceptedOn(on, { legal: working(days) });
    expect([dueOn(legalClock, before), dueOn(legalClock, after)]).toEqual([was, is]);
    const moved = recompute([{ id: 'a', clock: legalClock }], before, after);
    expect(moved.map(({ was: w, is: i }) => [w.dueOn, i.dueOn])).toEqual(was === is ? [] : [[was, is]]);
  });
});

describe('article 50: a renewal is asked for thirty days before the end', () => {
  const rule = renewalRules.initial;
  test.each([
    // Natural days: article 82 counts in working days what a body must do, not what a holder must.
    ['the end of a year', '2020-12-31', '2020-12-01'], // 2–31 December are thirty
    ['over a leap day', '2020-03-15', '2020-02-14'], // 15–29 February 15, 1–15 March 15
    ['over the end of another February', '2021-03-15', '2021-02-13'], // 14–28 February 15, 1–15 March 15
    ['on 29 February', '2020-02-29', '2020-01-30'], // 31 January 1, 1–29 February 29
    ['on New Year’s Day', '2021-01-01', '2020-12-02'], // 3–31 December 29, 1 January 1
  ])('of a result that ends %s (%s): until %s', (_, until, expected) => {
    expect(lastDayToAsk(day(until), rule, published)).toBe(expected);
  });
  test.each([
    // 31 Dec –28 4, 25–21 9, 18–14 14, 11–7 19, 4–30 Nov 24, 27–23 29, 20 Nov 30: the 19th still leaves thirty
    ['2020-12-31', '2020-11-19'],
    // 30–28 Sept 3, Sunday 27 (worked) 4, 25–21 9, 18–14 14, 11–7 19, 4–31 Aug 24, 28–24 29, Friday 21 30
    ['2020-10-08', '2020-08-20'],
  ])('by a local rule in working days, of one that ends on %s: until %s', (until, expected) => {
    expect(lastDayToAsk(day(until), { days: 30, unit: 'working' }, published)).toBe(expected);
  });

  const result = (decided: string, until: string, renewalEndsOn: string | null = null) => ({
    validUntil: day(until),
    decidedAt: at(`${decided} 10:00`),
    issuedAt: at(`${decided} 15:00`),
    renewalEndsOn: renewalEndsOn === null ? null : day(renewalEndsOn),
  });
  test.each([
    ['a year, the day of the end not among them', result('2020-05-11', '2021-05-11'), '2022-05-11'],
    ['a year to the day before', result('2020-05-11', '2021-05-10'), '2022-05-10'],
    ['five years', result('2015-12-01', '2020-11-30'), '2025-11-30'],
    ['four years to 29 February', result('2016-02-29', '2020-02-29'), '2024-02-29'],
    ['a year to 29 February, which the next has not', result('2019-03-01', '2020-02-29'), '2021-02-28'],
    [
      'renewed once: from the end of the one before',
      result('2020-12-10', '2023-12-31', '2020-12-31'),
      '2026-12-31',
    ],
    // 11 May to 30 September are 142 days: 30 September and 142 more, 31 October, 30 November, 31 December, 31 January, 19 February
    ['no whole months: in days', result('2020-05-11', '2020-09-30'), '2021-02-19'],
  ])('deemed renewed for as long again: %s', (_, former, expected) => {
    expect(renewedUntil(former)).toBe(expected);
  });
});

describe('articles 78 and 79: bad faith bars from the licence for one year or three, through the last day', () => {
  const bar = (decided: string, ground: BadFaith) =>
    ({
      state: 'barred',
      item: 'a',
      basicCode: null,
      ground,
      decidedOn: day(decided),
      lastDay: lastDayOfBar(day(decided), ground),
    }) as ApplicationBar;
  const isBarred = (each: ApplicationBar, moment: string): boolean =>
    barOn([each], { item: 'a', basicCode: null, at: at(moment) }) !== undefined;
  test.each<[BadFaith, string, string, string]>([
    // The day of the decision is not counted: the same day of the year is the last.
    ['concealed', '2020-05-11', '2021-05-11', '2021-05-12'],
    ['false-material', '2020-12-31', '2021-12-31', '2022-01-01'],
    ['false-material', '2019-02-28', '2020-02-28', '2020-02-29'],
    ['false-material', '2020-02-29', '2021-02-28', '2021-03-01'], // no such day: the last of its month
    ['fraud', '2020-05-11', '2023-05-11', '2023-05-12'],
    ['bribery', '2020-02-29', '2023-02-28', '2023-03-01'],
    ['improper', '2021-03-01', '2024-03-01', '2024-03-02'], // a leap year within
  ])('%s, decided on %s: barred through %s, free on %s', (ground, decided, last, free) => {
    const each = bar(decided, ground);
    expect(each.lastDay).toBe(last);
    expect(isBarred(each, `${decided} 00:01`)).toBe(true);
    expect(isBarred(each, `${last} 23:59`)).toBe(true);
    expect(isBarred(each, `${free} 00:00`)).toBe(false);
  });
  test('annulled it never was, and papers that came before the decision are not barred by it', () => {
    const each = bar('2020-05-11', 'fraud');
    expect(isBarred({ ...each, state: 'annulled' }, '2020-06-01 09:00')).toBe(false);
    expect(isBarred(each, '2020-05-10 16:00')).toBe(false);
  });
});
