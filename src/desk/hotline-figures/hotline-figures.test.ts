import { describe, expect, test } from 'vitest';
import { chartOf, leftOutSaid } from './chart.ts';
import { daysIn, daysOfYear } from './days.ts';
import { figurePagesOf, maySeeBridge } from './menu.ts';
import { recordsPage, shownComposite } from './model.ts';
import { lastWholeYear } from './opening-year.ts';
import { periodQuery, pickedFrom } from './period.ts';

describe('the period of a bulletin', () => {
  test.each([
    [{ year: 2020, part: 'y' }, { year: '2020' }],
    [
      { year: 2020, part: 'q3' },
      { year: '2020', quarter: '3' },
    ],
    [
      { year: 2020, part: 'm12' },
      { year: '2020', month: '12' },
    ],
  ])('%j asks %j and is found again in the address', (picked, query) => {
    expect(periodQuery(picked)).toEqual(query);
    expect(pickedFrom(query, 1999)).toEqual(picked);
  });

  test('an address that names no period opens on this year', () => {
    expect(pickedFrom({ year: 'x', month: '13' }, 2020)).toEqual({ year: 2020, part: 'y' });
  });
});

const line = (key: string, text: string) => ({
  key,
  name: key,
  cells: [{ text, numerator: '0', denominator: null, records: '' }],
  composite: { missing: [] },
});

test('bars are in proportion to the longest, and a line without a figure has none', () => {
  const chart = chartOf([line('a', '25.00%'), line('b', '—'), line('c', '100.00%')], 0);
  expect(chart.bars).toEqual([
    { key: 'c', name: 'c', text: '100.00%', share: 1 },
    { key: 'a', name: 'a', text: '25.00%', share: 0.25 },
  ]);
  expect(leftOutSaid(chart)).toBe('1 项没有数，不画');
  expect(chartOf([line('a', '0')], 0).bars.map(({ share }) => share)).toEqual([0]);
});

test('a chart says what it leaves out, and leaves nothing out when asked for all', () => {
  const lines = Array.from({ length: 15 }, (_, n) => line(`u${n}`, String(n)));
  const chart = chartOf(lines, 0);
  expect(chart.bars.map(({ text }) => text)).toEqual([
    '14',
    '13',
    '12',
    '11',
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    '3',
  ]);
  expect(leftOutSaid(chart)).toBe('只画最大的 12 项，另有 3 项较小的没有画');
  const whole = chartOf(lines, 0, true);
  expect([whole.bars.length, leftOutSaid(whole)]).toEqual([15, '']);
});

test('a figure leads to the page of its orders with the same question', () => {
  expect(recordsPage('/api/hotline/bulletin/records?year=2020&measure=hotline.due&by=unit&key=u%201')).toBe(
    '/hotline/bulletin/records?year=2020&measure=hotline.due&by=unit&key=u+1',
  );
});

test('a value that cannot be computed says what is missing', () => {
  expect(shownComposite({ missing: ['不满意率'] })).toBe('缺少不满意率');
  expect(shownComposite({ notYet: '期间未结束，不评等级' })).toBe('期间未结束，不评等级');
  expect(shownComposite({ value: '96.18', grade: 'A', because: '' })).toBe('96.18　A');
});

test('a year has all its days; the running one ends today in the working zone, not in that of the machine', () => {
  const now = new Date('2020-12-31T16:30:00Z');
  expect(daysOfYear(2020, now)).toEqual(['2020-01-01', '2020-12-31']);
  expect(daysOfYear(2021, now)).toEqual(['2021-01-01', '2021-01-01']);
});

test('clues are for supervisors, bulletins for everybody of the hotline, nothing for others', () => {
  const titles = (...roles: string[]) => figurePagesOf(new Set(roles)).map(({ title }) => title);
  expect(titles('hotline.supervisor')).toEqual(['通报', '异常线索', '口径簿']);
  expect(titles('hotline.handler')).toEqual(['通报', '口径簿']);
  expect(titles('ledger.auditor')).toEqual(['通报', '口径簿']);
  expect(titles('finance.clerk')).toEqual([]);
});

test('pages open on the last whole year of orders, not on the last days made for trying the desks, nor on a year of cases', () => {
  const of = (year: number, module: string, scenario: string) => ({ year, module, scenario });
  expect(
    lastWholeYear({
      years: [of(2021, 'cases', 'plain'), of(2020, 'hotline', 'plain'), of(2026, 'hotline', 'desk')],
    }),
  ).toBe(2020);
  expect(lastWholeYear({ years: [of(2026, 'hotline', 'desk')] })).toBeNull();
  expect(lastWholeYear({})).toBeNull();
});

test('the bridge is asked for by those who may see it only', () => {
  const roles = ['supervisor', 'dispatcher', 'handler', 'caller-back', 'gateway'];
  expect(roles.filter((role) => maySeeBridge(new Set([`hotline.${role}`])))).toEqual([
    'supervisor',
    'dispatcher',
  ]);
});

test.each([
  [{ from: '2026-11-01', to: '2026-11-30' }, ['2026-11-01', '2026-11-30']],
  [{ from: '2026-11-30', to: '2026-11-01' }, undefined],
  [{ from: '2026-13-41', to: '2026-11-30' }, undefined],
  [{ from: '2026-11-01' }, undefined],
  [{}, undefined],
])('the address %j names the days %j', (query, days) => expect(daysIn(query)).toEqual(days));
