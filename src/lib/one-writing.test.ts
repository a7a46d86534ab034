import * as fc from 'fast-check';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { validated } from './http/validate.ts';
import { inOneWriting } from './one-writing.ts';
import { Refusal } from './refusal.ts';
import { writingsOf } from './testing/writings.ts';
import { day, instant, instantOf, startOfDay, millis } from './time.ts';

const At = Type.String({ format: 'date-time' });
const On = Type.String({ format: 'date' });
const Deep = Type.Object({
  at: Type.Optional(At),
  on: Type.Optional(On),
  text: Type.Optional(Type.String()),
  contacted: Type.Optional(Type.Object({ at: At, how: Type.String() })),
  visits: Type.Optional(Type.Array(Type.Object({ times: Type.Array(At) }))),
  until: Type.Optional(Type.Union([At, Type.Null()])),
  told: Type.Optional(Type.Union([Type.Literal('today'), Type.Object({ at: At }), At])),
  byName: Type.Optional(Type.Record(Type.String(), At)),
});

const faultsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refusal) return fault.fields.map(({ path, message }) => `${path} ${message}`);
    throw fault;
  }
  return [];
};

const BEIJING = '2020-05-11T09:00:00+08:00';
const UTC = '2020-05-11T01:00:00.000Z';

test.each([
  [{ at: BEIJING }, { at: UTC }],
  [{ at: '2020-05-10T20:00:00-05:00' }, { at: UTC }], // eight in the evening of the day before, five hours behind
  [{ at: '2020-05-11T01:00:00Z' }, { at: UTC }],
  [{ at: '2020-05-11t01:00:00z' }, { at: UTC }],
  [{ at: '2020-05-11T01:00:00.000999Z' }, { at: UTC }], // the database and we know milliseconds
  [{ contacted: { at: BEIJING, how: '电话' } }, { contacted: { at: UTC, how: '电话' } }],
  [
    { visits: [{ times: [UTC, BEIJING] }, { times: [] }] },
    { visits: [{ times: [UTC, UTC] }, { times: [] }] },
  ],
  [{ until: BEIJING }, { until: UTC }],
  [{ until: null }, { until: null }],
  [{ told: 'today' }, { told: 'today' }],
  [{ told: { at: BEIJING } }, { told: { at: UTC } }],
  [{ told: BEIJING }, { told: UTC }],
  [{ byName: { 到场: BEIJING } }, { byName: { 到场: UTC } }],
  [{ text: BEIJING }, { text: BEIJING }], // words are left as they were said
  [{ on: '2020-02-29' }, { on: '2020-02-29' }],
])('%j is kept as %j', (given, kept) => {
  expect(inOneWriting(Deep, given)).toEqual(kept);
  expect(validated(Deep, given)).toEqual(kept);
});

const WHOLE = '应为带时区的时间，如 2020-05-11T09:00:00+08:00';
const SANE = '应在 1900 年至 2200 年之间';
test.each([
  [{ at: '2020-05-11T09:00:00' }, [`at ${WHOLE}`]], // whose nine o'clock?
  [{ at: '2020-02-30T09:00:00Z' }, [`at ${WHOLE}`]],
  [{ at: '2016-12-31T23:59:60Z' }, [`at ${WHOLE}`]], // a second that neither the database nor we can keep
  [{ at: '2020-05-11T09:00:00+08:00[Asia/Shanghai]' }, [`at ${WHOLE}`]],
  [{ at: '0001-01-01T00:00:00Z' }, [`at ${SANE}`]],
  [{ at: '0000-01-01T00:00:00+08:00' }, [`at ${SANE}`]],
  [{ visits: [{ times: [UTC, '9999-01-01T00:00:00Z'] }] }, [`visits.0.times.1 ${SANE}`]],
  [{ until: '2020-05-11T09:00:00' }, [`until ${WHOLE}`]],
  [{ on: '0001-01-01' }, [`on ${SANE}`]],
  [{ on: '1899-12-31' }, [`on ${SANE}`]],
  [{ on: '2201-01-01' }, [`on ${SANE}`]],
  [{ on: '2019-02-29' }, ['on 应为日期，如 2020-05-11']],
  [{ at: '1850-01-01T00:00:00Z', on: '9999-12-31' }, [`at ${SANE}`, `on ${SANE}`]],
])('%j is refused at its field', (given, faults) => {
  expect(faultsOf(() => inOneWriting(Deep, given))).toEqual(faults);
  expect(faultsOf(() => validated(Deep, given))).not.toEqual([]);
});

test('the years 1900 and 2200 are whole, as Shanghai counts them', () => {
  const first = startOfDay(day('1900-01-01'));
  const last = instantOf(millis(startOfDay(day('2201-01-01'))) - 1);
  expect(inOneWriting(Deep, { at: first })).toEqual({ at: '1899-12-31T16:00:00.000Z' });
  expect(inOneWriting(Deep, { at: last })).toEqual({ at: '2200-12-31T15:59:59.999Z' });
  expect(faultsOf(() => inOneWriting(Deep, { at: instantOf(millis(first) - 1) }))).toHaveLength(1);
  expect(faultsOf(() => inOneWriting(Deep, { at: instantOf(millis(last) + 1) }))).toHaveLength(1);
  expect(inOneWriting(Deep, { on: '1900-01-01' })).toEqual({ on: '1900-01-01' });
  expect(inOneWriting(Deep, { on: '2200-12-31' })).toEqual({ on: '2200-12-31' });
});

test('what names no time, or names it in the one writing, is handed on as it is', () => {
  const words = Type.Object({ text: Type.String() });
  const said = { text: BEIJING };
  expect(inOneWriting(words, said)).toBe(said);
  const timed = { at: UTC, visits: [{ times: [UTC] }] };
  expect(inOneWriting(Deep, timed)).toBe(timed);
});

test('what has another shape than its schema is left to the check of shapes', () => {
  for (const odd of [7, null, 'x', [UTC]]) expect(inOneWriting(Deep, odd)).toBe(odd);
  expect(inOneWriting(Deep, { at: 7, visits: 'x', contacted: null })).toEqual({
    at: 7,
    visits: 'x',
    contacted: null,
  });
});

describe('any writing of an instant', () => {
  const moments = fc
    .integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2200, 11, 30) })
    .map((ms) => instantOf(ms));
  const written = moments.chain((at) => fc.tuple(fc.constant(at), writingsOf(at)));

  test('is kept in one', () => {
    fc.assert(
      fc.property(written, ([at, said]) => {
        expect(validated(Deep, { contacted: { at: said, how: '电话' } })).toEqual({
          contacted: { at, how: '电话' },
        });
      }),
    );
  });

  test('and texts of that writing stand in the order of time', () => {
    fc.assert(
      fc.property(written, written, ([, first], [, second]) => {
        const [a, b] = [first, second].map((at) => (inOneWriting(Deep, { at }) as { at: string }).at);
        const [x, y] = [first, second].map((at) => millis(instant(at.toUpperCase())));
        expect(a! < b!).toBe(x! < y!);
      }),
    );
  });
});
