import { describe, expect, test } from 'vitest';
import { clockOf } from './clock.ts';
import { due } from './explain.ts';
import { lines } from './lines.ts';
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

const explained = (clock: Parameters<typeof due>[0], table = published): string[] =>
  lines(due(clock, table).steps, '受理');

test('the clock skips the extended Spring Festival of 2020 and says so', () => {
  expect(explained(accepted('2020-01-18', workingDays(12)))).toEqual([
    '2020年1月18日（周六）受理，当日为周末，自次一工作日起算',
    '1月19日（周日） 春节调休上班，计第1个工作日',
    '1月20日—1月23日计第2—5个工作日',
    '1月24日—2月2日 春节假期（含延长），不计',
    '2月3日—2月7日计第6—10个工作日',
    '2月8日—2月9日 周末，不计',
    '2月10日—2月11日计第11—12个工作日',
    '截止时间：2月11日（周二）17:00',
  ]);
});

test('as known before, the same days are told otherwise', () => {
  expect(explained(accepted('2020-01-22', workingDays(4)), knownOn('2020-01-26'))).toEqual([
    '2020年1月22日（周三）受理，当日不计',
    '1月23日（周四）计第1个工作日',
    '1月24日—1月30日 春节假期，不计',
    '1月31日（周五）计第2个工作日',
    '2月1日（周六） 春节调休上班，计第3个工作日',
    '2月2日（周日） 周末，不计',
    '2月3日（周一）计第4个工作日',
    '截止时间：2月3日（周一）17:00',
  ]);
});

test('a standstill and an extension each have their line', () => {
  const clock = accepted('2020-03-02', workingDays(2), pause('2020-03-04 10:00', '2020-03-09 15:00'));
  expect(explained(extended(clock, 1))).toEqual([
    '2020年3月2日（周一）受理，当日不计',
    '经批准延长1个工作日（情况复杂），期限共3个工作日',
    '3月3日（周二）计第1个工作日',
    '3月4日—3月9日 听证，其中4个工作日不计',
    '3月10日—3月11日计第2—3个工作日',
    '截止时间：3月11日（周三）17:00',
  ]);
  expect(explained(extended(clock, 1, false))[1]).toBe('申请延长1个工作日（情况复杂）尚未批准，不计');
});

test('merged standstills are one line with both reasons', () => {
  const pauses = [
    pause('2020-03-03 10:00', '2020-03-05 10:00'),
    pause('2020-03-04 10:00', '2020-03-06 10:00', '检测'),
  ];
  expect(explained(accepted('2020-03-02', workingDays(1), ...pauses))).toEqual([
    '2020年3月2日（周一）受理，当日不计',
    '3月3日—3月6日 听证、检测，其中4个工作日不计',
    '3月7日—3月8日 周末，不计',
    '3月9日（周一）计第1个工作日',
    '截止时间：3月9日（周一）17:00',
  ]);
});

test('while the clock stands still there is no date, and the line says why', () => {
  const clock = due(accepted('2020-03-02', workingDays(5), pause('2020-03-04 10:00')), published);
  expect(clock).toMatchObject({ dueAt: null, dueOn: null, provisional: false });
  expect(lines(clock.steps).slice(1)).toEqual([
    '3月3日（周二）计第1个工作日',
    '自3月4日（周三）起因听证中止计时，尚无截止日期',
  ]);
});

test('a suspension is not said to stand still because of a suspension', () => {
  const running = (days: number, from: string, to?: string) =>
    explained(accepted('2020-03-04', naturalDays(days), pause(from, to, '中止')));
  expect(running(10, '2020-03-06 10:00').at(-1)).toBe('自3月6日（周五）起中止计时，尚无截止日期');
  expect(running(10, '2020-03-16 09:00', '2020-03-18 15:00').at(-2)).toBe(
    '最后一日3月14日（周六）为周末，其后中止计时，顺延至3月19日（周四）',
  );
});

test('a natural last day on a holiday is moved', () => {
  expect(explained(accepted('2020-09-21', naturalDays(10)))).toEqual([
    '2020年9月21日（周一）受理，当日不计',
    '9月22日—10月1日计第1—10个自然日',
    '最后一日10月1日（周四）为国庆节假期，顺延至10月9日（周五）',
    '截止时间：10月9日（周五）17:00',
  ]);
});

test('a moved last day that meets a standstill says both', () => {
  const clock = accepted('2020-03-04', naturalDays(10), pause('2020-03-16 09:00', '2020-03-18 15:00'));
  expect(explained(clock).at(-2)).toBe(
    '最后一日3月14日（周六）为周末，其后因听证中止计时，顺延至3月19日（周四）',
  );
});

test('a standstill that came too late is not told, and takes no day back', () => {
  const clock = accepted('2020-03-02', workingDays(1), pause('2020-03-03 17:00', '2020-03-06 10:00'));
  expect(explained(clock).slice(1)).toEqual(['3月3日（周二）计第1个工作日', '截止时间：3月3日（周二）17:00']);
});

test('natural days from a rest day show the days that do not count yet', () => {
  expect(explained(accepted('2020-03-07', naturalDays(3)))).toEqual([
    '2020年3月7日（周六）受理，当日为周末，自次一工作日起算',
    '3月8日（周日） 周末，不计',
    '3月9日—3月11日计第1—3个自然日',
    '截止时间：3月11日（周三）17:00',
  ]);
});

test('an unpublished year is named', () => {
  expect(explained(accepted('2026-12-28', workingDays(5)))).toEqual([
    '2026年12月28日（周一）受理，当日不计',
    '12月29日—2027年1月1日计第1—4个工作日',
    '1月2日—1月3日 周末，不计',
    '1月4日（周一）计第5个工作日',
    '截止时间：1月4日（周一）17:00；2027年放假安排尚未公布，截止日期为暂定',
  ]);
});

test('an act outside hours says for which day it is taken', () => {
  const late = clockOf(at('2020-03-06 18:00'), workingDays(1));
  expect(explained(late, counting({ outsideHours: 'next-working-day' }))).toEqual([
    '2020年3月6日（周五）受理，非工作时间，视为3月9日（周一）受理，当日不计',
    '3月10日（周二）计第1个工作日',
    '截止时间：3月10日（周二）17:00',
  ]);
});

describe('hours', () => {
  test('working hours are told by the day', () => {
    expect(explained(clockOf(at('2020-01-22 15:00'), { amount: 10.5, unit: 'working-hour' }))).toEqual([
      '2020年1月22日（周三）15:00受理，只计工作时间',
      '1月22日（周三） 计2个工作小时',
      '1月23日（周四） 计7个工作小时',
      '1月24日—2月2日 春节假期（含延长），不计',
      '2月3日（周一） 计1.5个工作小时',
      '截止时间：2月3日（周一）10:30',
    ]);
  });
  test('hours around the clock are one line, their standstill another', () => {
    const clock = accepted(
      '2020-03-06',
      { amount: 24, unit: 'hour' },
      pause('2020-03-06 11:00', '2020-03-06 11:30'),
    );
    expect(explained(clock)).toEqual([
      '2020年3月6日（周五）10:00受理，即时起算',
      '3月6日（周五） 听证，其中0.5小时不计',
      '3月6日—3月7日 计24小时',
      '截止时间：3月7日（周六）10:30',
    ]);
  });
  test('a standstill that lasts ends the list', () => {
    const clock = accepted('2020-03-06', { amount: 9, unit: 'working-hour' }, pause('2020-03-06 11:00'));
    expect(explained(clock)).toEqual([
      '2020年3月6日（周五）10:00受理，只计工作时间',
      '3月6日（周五） 计1个工作小时',
      '自3月6日（周五）起因听证中止计时，尚无截止日期',
    ]);
  });
});

test('the same day on a rest day is the next working day', () => {
  expect(explained(accepted('2020-03-07', workingDays(0)))).toEqual([
    '2020年3月7日（周六）受理，当日为周末，次一工作日办结',
    '3月8日（周日） 周末，不计',
    '3月9日（周一）计第1个工作日',
    '截止时间：3月9日（周一）17:00',
  ]);
});
