/* 统一、联合、集中办理 (行政许可法 26, 42): one clock for the whole, with the days on both sides of each boundary. */
import { expect, test } from 'vitest';
import { calendarTable, clockOf, due, loadChineseDays, type Extension, type Pause } from '#calendar/index.ts';
import { instant, millis, instantOf, type Instant } from '#lib/time.ts';
import { inTime, started, timed, tookUntil } from '../clocks.ts';
import type { CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { drawnBack, joined, jointClock, type JointCase } from './one-clock.ts';

const published = calendarTable(loadChineseDays());
const at = (local: string): Instant => instant(`${local.replace(' ', 'T')}+08:00`);
const minuteAfter = (moment: Instant): Instant => instantOf(millis(moment) + 60_000);
const JOINT = { legal: null, isLicence: true, isInstant: false, isJoint: true } as const;
const FORTY_FIVE = { amount: 45, unit: 'working-day' } as const;

const one = (id: string, more: Partial<JointCase> = {}): CaseFile =>
  ({
    id,
    state: 'accepted',
    isJoint: true,
    acceptedAt: null,
    endedAt: null,
    legalClock: null,
    promisedClock: null,
    correctionAskedAt: null,
    correctedAt: null,
    ...more,
  }) as unknown as CaseFile;
interface Kept {
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
}
/** The first of them, accepted at ten. */
const first = (on: string, kept: Kept = {}, more: Partial<JointCase> = {}): CaseFile => {
  const legalClock = clockOf(at(`${on} 10:00`), FORTY_FIVE, kept);
  return one('a', { acceptedAt: legalClock.startAt, legalClock, ...more });
};
const own = (on: string, promisedDays = 10) =>
  started(
    { ...JOINT, promised: { days: promisedDays, unit: 'working' } },
    caseRules.initial,
    at(`${on} 10:00`),
  )!;
/** Until when the second is, accepted on a day beside the first. */
const second = (on: string, before: CaseFile, mine = one('b')) => {
  const given = { caseFile: mine, jointly: [before, mine], calendar: published, now: at(`${on} 10:00`) };
  return timed(joined(own(on), given), published);
};

test.each([
  // 12–29 May 1–14, June without 25 and 26 (Dragon Boat) and with Sunday 28 –35, 1–3 July –38, 6–10 –43, 13 and 14 –45
  ['the same day', '2020-05-11'],
  ['thirty days later', '2020-06-22'],
  ['on the last day', '2020-07-14'],
  ['the day after it', '2020-07-15'],
])('accepted after the first of 11 May, %s: until 14 July all the same', (_, on) => {
  expect(second(on, first('2020-05-11')).legalDueAt).toBe(at('2020-07-14 17:00'));
});

test('decided at closing of the forty-fifth day the last is in time, a minute later it is late; it took its own days', () => {
  const clocks = { ...second('2020-07-09', first('2020-05-11')), acceptedAt: at('2020-07-09 10:00') };
  const last = at('2020-07-14 17:00');
  // 10, 13, 14 July
  expect(tookUntil(last, clocks, published)).toMatchObject({ isOnTime: true, workingDaysUsed: 3 });
  expect(tookUntil(minuteAfter(last), clocks, published)).toMatchObject({ isOnTime: false });
  // Ten days were promised: 23 July would be beyond the law
  expect(clocks.promisedDueAt).toBe(last);
});

test('fifteen days more, once for all of them', () => {
  const extension = { amount: 15, reason: '跨部门会审', approvedAt: at('2020-07-10 10:00') };
  const before = first('2020-05-11', { extensions: [extension] });
  // 15–17 July –3, 20–24 –8, 27–31 –13, 3 and 4 August
  const after = second('2020-07-20', before);
  expect(after.legalDueAt).toBe(at('2020-08-04 17:00'));
  const both = [before, one('b', { acceptedAt: at('2020-07-20 10:00'), legalClock: after.legalClock })];
  expect(due(jointClock(both)!, published).dueAt).toBe(at('2020-08-04 17:00'));
});

test('what stood still of the first before the second was accepted is spared, what stands later is its own', () => {
  const pause = (from: string, to: string | null): Pause => ({
    from: at(from),
    to: to === null ? null : at(to),
    reason: '听证',
  });
  // 14, 15, 18 May are not counted: 15, 16, 17 July
  const heard = first('2020-05-11', { pauses: [pause('2020-05-14 10:00', '2020-05-18 12:00')] });
  expect(second('2020-06-22', heard).legalDueAt).toBe(at('2020-07-17 17:00'));
  // Still heard when the second is accepted on 18 May: the second goes on, the first and the whole stand still
  const hearing = first('2020-05-11', { pauses: [pause('2020-05-14 10:00', null)] });
  const after = second('2020-05-18', hearing);
  expect(after.legalDueAt).toBe(at('2020-07-17 17:00'));
  const both = [hearing, one('b', { acceptedAt: at('2020-05-18 10:00'), legalClock: after.legalClock })];
  expect(due(jointClock(both)!, published).dueAt).toBeNull();
});

test('days in which the applicant puts papers right are not counted', () => {
  const mine = one('b', {
    correctionAskedAt: at('2020-05-14 10:00'),
    correctedAt: at('2020-05-18 12:00'),
  });
  expect(second('2020-05-19', first('2020-05-11'), mine).legalDueAt).toBe(at('2020-07-17 17:00'));
});

test('one that counts from earlier papers draws the others back with it; alone or not joint, each has its own days', () => {
  const later = { ...first('2020-05-13'), promisedClock: own('2020-05-13').promisedClock };
  const mine = one('b');
  const given = { caseFile: mine, jointly: [later, mine], calendar: published, now: at('2020-05-19 10:00') };
  const running = joined(own('2020-05-11'), given);
  expect(timed(running, published).legalDueAt).toBe(at('2020-07-14 17:00'));
  const [drawn] = drawnBack(running, given);
  expect(drawn!.values).toMatchObject({ legalDueAt: at('2020-07-14 17:00') });
  expect(joined(own('2020-05-20'), { ...given, jointly: [mine] })).toEqual(own('2020-05-20'));
  const apart = one('b', { isJoint: null });
  expect(joined(own('2020-05-20'), { ...given, caseFile: apart })).toEqual(own('2020-05-20'));
  expect(jointClock([one('a'), one('b')])).toBeNull();
  expect(inTime(at('2020-07-14 17:00'), timed(running, published).legalDueAt)).toBe(true);
});
