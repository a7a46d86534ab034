import { expect, test } from 'vitest';
import { day } from '#lib/time.ts';
import { changedDays, changeLine, recompute } from './recompute.ts';
import { accepted, at, counting, knownOn, pause, published, workingDays } from './testing.ts';

const [before, after] = [knownOn('2020-01-26'), knownOn('2020-01-27')];

test('the extension of 2020 made two working days rest days, and each names its notice', () => {
  expect(changedDays(before, after).map(changeLine)).toEqual([
    '2020年1月31日（周五）由工作日改为春节假期（《国务院办公厅关于延长2020年春节假期的通知》）',
    '2020年2月1日（周六）由春节调休上班日改为春节假期（《国务院办公厅关于延长2020年春节假期的通知》）',
  ]);
});

test('a late holiday moves the clocks that run through it, lists them, and leaves the ends of the others', () => {
  const clocks = [
    { id: 'through', clock: accepted('2020-01-22', workingDays(5)) },
    { id: 'over before', clock: accepted('2020-01-20', workingDays(3)) }, // 21–23 January
    { id: 'begun after', clock: accepted('2020-02-03', workingDays(5)) },
    { id: 'still', clock: accepted('2020-01-22', workingDays(5), pause('2020-01-23 09:00')) },
    // hearing 31 January – 3 February: 1 on 23 January, then 4–7 February under both tables
    {
      id: 'heard meanwhile',
      clock: accepted('2020-01-22', workingDays(5), pause('2020-01-31 09:00', '2020-02-03 17:00')),
    },
    { id: 'first half', clock: accepted('2020-01-22', workingDays(2)) }, // 31 January became 3 February
  ];
  const all = recompute(clocks, before, after);
  const moved = all.filter(({ outcome }) => outcome === 'moved');
  expect(moved.map(({ id, was, is, outcome }) => [id, was.dueOn, is.dueOn, outcome])).toEqual([
    ['through', '2020-02-04', '2020-02-06', 'moved'],
    ['first half', '2020-01-31', '2020-02-03', 'moved'],
  ]);
  expect(moved[0]?.because.map(({ on }) => on)).toEqual(['2020-01-31', '2020-02-01']);
  // They run through the changed days as well: what they are due to has other reasons now.
  expect(all.filter((each) => !moved.includes(each)).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['still', 'retold'],
    ['heard meanwhile', 'retold'],
  ]);
});

test('a year that gets published confirms the deadlines it leaves where they were', () => {
  const clocks = [
    { id: 'same', clock: accepted('2020-02-28', workingDays(5)) },
    { id: 'moved', clock: accepted('2020-04-29', workingDays(2)) },
  ];
  const outcomes = recompute(clocks, knownOn('2019-11-20'), knownOn('2019-11-21'));
  expect(outcomes.map(({ id, was, is, outcome }) => [id, outcome, was.provisional, is.provisional])).toEqual([
    ['same', 'confirmed', true, false],
    ['moved', 'moved', true, false],
  ]);
  expect(recompute(clocks.slice(0, 1), knownOn('2019-11-21'), knownOn('2019-11-20'))[0]?.outcome).toBe(
    'doubtful',
  );
});

test('only days the clock runs through are given as the reason', () => {
  const clocks = [
    { id: 'April', clock: accepted('2019-04-26', workingDays(3)) },
    { id: 'May', clock: accepted('2019-05-01', workingDays(2)) }, // 2, 3 May; then 5 (Sunday, worked), 6 May
  ];
  const [moved, later] = recompute(clocks, knownOn('2019-03-21'), knownOn('2019-03-22'));
  expect([moved?.was.dueOn, moved?.is.dueOn]).toEqual(['2019-05-02', '2019-04-30']);
  expect(moved?.because.map(({ on, isWorked }) => [on, isWorked])).toEqual([
    [day('2019-04-28'), true],
    [day('2019-05-02'), false],
  ]);
  expect([later?.was.dueOn, later?.is.dueOn]).toEqual(['2019-05-03', '2019-05-06']);
  expect(later?.because.map(({ on }) => on)).toEqual(['2019-05-02', '2019-05-03', '2019-05-05']);
});

test('other business hours move deadlines without a changed day', () => {
  const clocks = [{ id: 'a', clock: accepted('2020-03-02', workingDays(1)) }];
  const table = counting({ dayEnds: 'midnight' });
  expect(recompute(clocks, published, table)).toEqual([
    {
      id: 'a',
      was: { dueAt: at('2020-03-03 17:00'), dueOn: '2020-03-03', provisional: false },
      is: { dueAt: '2020-03-03T15:59:59.999Z', dueOn: '2020-03-03', provisional: false },
      outcome: 'moved',
      because: [],
    },
  ]);
});

test('the same table moves nothing', () => {
  expect(
    recompute([{ id: 'a', clock: accepted('2020-03-02', workingDays(1)) }], after, knownOn('2020-01-28')),
  ).toEqual([]);
});
