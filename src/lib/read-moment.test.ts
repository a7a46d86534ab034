import { expect, test } from 'vitest';
import { readMoment } from './read-moment.ts';

test.each([
  ['2019-04-25 09:32:09', '2019-04-25T01:32:09.000Z'], // eight hours behind Shanghai
  ['2022-01-01 04:32', '2021-12-31T20:32:00.000Z'], // the day before in UTC
  ['2020/5/11 9:00', '2020-05-11T01:00:00.000Z'],
  ['2020年5月11日 9时30分', '2020-05-11T01:30:00.000Z'],
  ['2018-11-07', '2018-11-06T16:00:00.000Z'], // a day is its midnight
  ['20200511', '2020-05-10T16:00:00.000Z'],
  ['2020-05-11T09:00:00+08:00', '2020-05-11T01:00:00.000Z'],
])('%s is %s', (told, at) => expect(readMoment(told)).toBe(at));

test.each(['', '昨天', '2020-13-01 9:00', '2020-02-30', '2020-05-11 24:01', '2020-05-11 9:61', '99'])(
  '“%s” is no moment',
  (told) => expect(readMoment(told)).toBeUndefined(),
);
