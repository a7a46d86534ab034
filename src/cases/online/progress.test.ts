import { expect, test } from 'vitest';
import type { CalendarTable } from '#calendar/index.ts';
import { instant } from '#lib/time.ts';
import { progressOf } from './progress.ts';

const row = {
  state: 'accepted',
  acceptedAt: instant('2020-05-11T09:00+08:00'),
  tellByAt: null,
  correctBy: null,
  legalClock: null,
  legalDueAt: instant('2020-06-08T17:00+08:00'),
  legalDueBecause: null,
  promisedDueAt: null,
  promisedDueBecause: [{ kind: 'waiting', since: '2020-05-12' as never, reason: '现场勘查（KC2020000001）' }],
  workingDaysUsed: null,
  decidedAt: null,
  outcome: null,
  openSurveys: 1,
} as const;
const telling = { now: instant('2020-05-13T09:00+08:00'), calendar: {} as CalendarTable, units: [] };
const told = (more: object = {}) => progressOf({ ...row, ...more }, telling);

test('a survey stands the promise still and not the law; only what the law stops is said to be stopped by it', () => {
  expect(told().note).toBe('已经受理，等待现场勘查');
  expect(told().clocks.map(({ until, standing }) => [until, standing])).toEqual([
    [null, '现在因现场勘查（KC2020000001）暂停计算；只暂停承诺期限，法定期限照计'],
    ['2020年6月8日', null],
  ]);
  const both = told({ legalDueAt: null, openSurveys: null });
  expect(both.note).toBe('已经受理，正在审查');
  expect(both.clocks.map(({ standing }) => standing)).toEqual(['现在依法停止计算', '现在依法停止计算']);
});
