import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#lib/db/transaction.ts';
import type { Assembled } from '#lib/assemble.ts';
import { findBehind, type Part } from '#lib/measure-list.ts';
import { countsOf, measure, rate, sum, type AnyMeasure, type Measure } from '#lib/measure.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { day, dayOf, instant, type Day, type Instant } from '#lib/time.ts';
import { countMeasure } from './count.ts';
import { foldRound } from './fold.ts';
import type { Range } from './predicate.ts';
import { recordsOf } from './records.ts';
import { book, charged, late, lateRate, lendings, library } from './testing/library.ts';

const clerk = someone('甲', ['librarian']);
const now = instant('2020-02-01T09:00:00+08:00');
const measures = [lendings, late, charged];
let app: Assembled;
beforeAll(async () => {
  app = await testApp([ledgerTables, library], { now: () => now });
});
afterAll(() => app.close());

const fold = (which: readonly Measure[] = measures): Promise<boolean> =>
  inTransaction(app.db, (query) => foldRound(query, which, now));
const all: Range = { from: day('2019-01-01'), to: day('2021-12-31') };
const count = async (which: Measure, range: Range): Promise<number> =>
  Number((await countMeasure(app, which, range)).numerator);
const listed = async (which: Measure, range: Range): Promise<number> => {
  const { items, count } = await recordsOf(app.query, { plus: [which], minus: [] }, range, { limit: 200 });
  expect(items).toHaveLength(count);
  return count;
};

const act = (verb: string, input: Readonly<Record<string, unknown>>, id: string | null = null) =>
  acting(app)(clerk, `library-book.${verb}`, input, id);
const buy = async (place: string): Promise<string> => (await act('buy', { place, title: '论语' })).row.id;
const on = (text: string): Range => ({ from: day(text), to: day(text) });

describe('by hand', () => {
  beforeEach(async () => {
    await app.query('delete from library_book', []);
  });

  test('a loan learned of late counts on its own day in Shanghai, before and after folding', async () => {
    const id = await buy('a');
    await act('lend', { at: '2020-01-22T16:00:00.000Z', due: '2020-02-22' }, id); // the 23rd there
    expect([await count(lendings, on('2020-01-22')), await count(lendings, on('2020-01-23'))]).toEqual([
      0, 1,
    ]);
    while (await fold());
    expect([await count(lendings, on('2020-01-22')), await count(lendings, on('2020-01-23'))]).toEqual([
      0, 1,
    ]);
  });

  test('a correction takes the figure off the wrong day and place and puts it on the right ones', async () => {
    const id = await buy('b');
    await act('lend', { at: '2020-03-02T02:00:00.000Z', due: '2020-04-02' }, id);
    while (await fold());
    await act('correct', { place: 'c', at: '2020-03-01T02:00:00.000Z' }, id);
    const figures = async () => [
      await count(lendings, { ...on('2020-03-02'), places: ['b'] }),
      await count(lendings, { ...on('2020-03-01'), places: ['c'] }),
      await count(lendings, { ...on('2020-03-01'), places: ['b'] }),
    ];
    expect(await figures()).toEqual([0, 1, 0]);
    while (await fold());
    expect(await figures()).toEqual([0, 1, 0]);
  });

  test('a rate keeps numerator and denominator; of nothing it has no value', async () => {
    const [one, two] = [await buy('r'), await buy('r')];
    const range = { ...on('2020-05-05'), places: ['r'] };
    expect(await countMeasure(app, lateRate, range)).toMatchObject({
      value: null,
      numerator: 0n,
      denominator: 0n,
    });
    for (const id of [one, two]) await act('lend', { at: '2020-05-05T02:00:00.000Z', due: '2020-06-05' }, id);
    await act('give-back', { late: true }, one);
    expect(await countMeasure(app, lateRate, range)).toMatchObject({
      value: { num: 1n, den: 2n },
      numerator: 1n,
      denominator: 2n,
    });
  });

  test('a sum adds and takes off', async () => {
    const inTime = sum({ name: 'x', title: '按期量', basis: '借出 − 逾期', plus: [lendings], minus: [late] });
    const ids = [await buy('s'), await buy('s'), await buy('s')];
    for (const id of ids) await act('lend', { at: '2020-06-05T02:00:00.000Z', due: '2020-07-05' }, id);
    await act('give-back', { late: true }, ids[0]!);
    expect(await countMeasure(app, inTime, { ...on('2020-06-05'), places: ['s'] })).toMatchObject({
      numerator: 2n,
    });
    expect(countsOf(inTime)).toEqual([lendings, late]);
  });

  test('behind a sum stand the records of all its parts, behind a difference what is left, behind a rate its side', async () => {
    const words = { title: '', basis: '' };
    const either = sum({ ...words, name: 'x', plus: [late, charged] });
    const inTime = sum({ ...words, name: 'y', plus: [lendings], minus: [late] });
    const inTimeRate = rate({ ...words, name: 'z', numerator: inTime, denominator: lendings });
    const ids = [await buy('u'), await buy('u'), await buy('u'), await buy('u')];
    for (const id of ids.slice(0, 3))
      await act('lend', { at: '2020-10-05T02:00:00.000Z', due: '2020-10-08' }, id);
    // Due on the same days, but lent before them: charged, and not among the lendings.
    await act('lend', { at: '2020-08-05T02:00:00.000Z', due: '2020-10-09' }, ids[3]!);
    await act('give-back', { late: true }, ids[0]!);
    await act('give-back', { late: true }, ids[3]!);
    const october = { from: day('2020-10-01'), to: day('2020-10-31') };
    const idsBehind = async (figure: AnyMeasure, part?: Part) => {
      const { items, count } = await recordsOf(app.query, findBehind(figure, part)!, october, { limit: 9 });
      return [count, ...items.map(({ id }) => ids.indexOf(id as string))];
    };
    // The first is late and charged at once: it is one record.
    expect(await idsBehind(either)).toEqual([2, 0, 3]);
    expect(await idsBehind(inTime)).toEqual([2, 1, 2]);
    expect(await idsBehind(inTimeRate)).toEqual([2, 1, 2]);
    expect(await idsBehind(inTimeRate, 'denominator')).toEqual([3, 0, 1, 2]);
    expect(await idsBehind(inTimeRate, 'rest')).toEqual([1, 0]);
    expect(findBehind(rate({ ...inTimeRate, numerator: charged }), 'rest')).toBeUndefined();
    const behind = findBehind(inTime)!;
    const first = await recordsOf(app.query, behind, october, { limit: 1 });
    const after = await recordsOf(app.query, behind, october, { limit: 1, after: first.next! });
    expect([first.items[0]!['id'], after.items[0]!['id'], after.next]).toEqual([ids[1], ids[2], null]);
  });

  test('a figure says up to which entry it was counted', async () => {
    await buy('a');
    const [head] = await app.query('select n from ledger_head', []);
    expect((await countMeasure(app, late, all)).asOf).toBe(Number(head!['n']));
  });

  test('the list is paged by id and shows no prose', async () => {
    for (const n of [1, 2, 3]) {
      const id = await buy(`p${n}`);
      await act('lend', { at: '2020-07-07T02:00:00.000Z', due: '2020-08-07' }, id);
    }
    const first = await recordsOf(app.query, { plus: [lendings], minus: [] }, on('2020-07-07'), { limit: 2 });
    const rest = await recordsOf(app.query, { plus: [lendings], minus: [] }, on('2020-07-07'), {
      limit: 2,
      after: first.next!,
    });
    expect([...first.items, ...rest.items].map((item) => item['place'])).toEqual(['p1', 'p2', 'p3']);
    expect([first.count, rest.count, rest.next]).toEqual([3, 3, null]);
    expect(Object.keys(first.items[0]!)).not.toContain('remark');
  });
});

test('a new measure starts from the first entry and then folds with the others', async () => {
  while (await fold());
  const shelved = measure(book, {
    name: 'library.shelved',
    title: '归还量',
    basis: '已归还的图书',
    on: 'lentAt',
    by: 'place',
    where: (row) => row('row.state', '=', 'shelved'),
  });
  const id = await buy('n');
  await act('lend', { at: '2020-09-09T02:00:00.000Z', due: '2020-10-09' }, id);
  await act('give-back', { late: false }, id);
  const range = { ...on('2020-09-09'), places: ['n'] };
  expect(await count(shelved, range)).toBe(1);
  while (await fold([...measures, shelved])) expect(await count(shelved, range)).toBe(1);
  const marks = await app.query("select distinct seq from ledger_mark where reader like 'rollup:%'", []);
  expect(marks).toHaveLength(1);
  expect(await count(shelved, range)).toBe(1);
});

test('a measure cannot read what the ledger does not keep', () => {
  const declare = (
    where: Parameters<typeof measure<typeof book>>[1]['where'],
    axis: 'lentAt' | 'place' = 'lentAt',
  ) => measure(book, { name: 'x', title: '', basis: '', on: axis, where });
  expect(() => declare((row) => row('row.title', '=', '论语'))).toThrow('library-book.title is not measured');
  expect(() => declare((row) => row('row.number', '=', '1'))).toThrow('library-book.number is not measured');
  expect(() => declare((row) => row('row.state', '=', 'lent'), 'place')).toThrow(
    'neither an instant nor a day',
  );
  // @ts-expect-error a state the noun does not have
  expect(declare((row) => row('row.state', '=', 'lost'))).toBeDefined();
});

interface Book {
  readonly id: string;
  state: 'shelved' | 'lent' | 'gone';
  place: string;
  lentAt: Instant | null;
  dueOn: Day | null;
  isLate: boolean | null;
  feeFen: string | null;
}
/** The measures once more, in plain words. */
const plainly: readonly [Measure, (each: Book) => Day | null, (each: Book) => boolean][] = [
  [lendings, (each) => each.lentAt && dayOf(each.lentAt), (each) => each.state !== 'gone'],
  [
    late,
    (each) => each.lentAt && dayOf(each.lentAt),
    (each) => each.state !== 'gone' && each.isLate === true,
  ],
  [charged, (each) => each.dueOn, (each) => Number(each.feeFen) > 0],
];
const INSTANTS = [
  '2020-01-01T15:59:59.999Z',
  '2020-01-01T16:00:00.000Z',
  '2019-12-31T16:00:00.000Z',
  '2020-02-28T20:00:00.000Z',
] as Instant[];
const DAYS = ['2020-01-01', '2020-01-02', '2020-02-29'] as Day[];
const PLACES = ['a', 'b', ''];

const step = fc.record({
  verb: fc.constantFrom('buy', 'lend', 'correct', 'give-back', 'strike-off', 'fold', 'fold one'),
  which: fc.nat(),
  place: fc.constantFrom(...PLACES),
  at: fc.constantFrom(...INSTANTS),
  due: fc.constantFrom(...DAYS),
  late: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Does one step to the database and to the books we keep ourselves; what cannot be done is left out. */
async function take(books: Book[], { verb, which, place, at, due, late: isLate }: Step): Promise<void> {
  if (verb === 'fold' || verb === 'fold one')
    return void (await fold(verb === 'fold' ? measures : [charged]));
  if (verb === 'buy') {
    const id = await buy(place);
    books.push({ id, state: 'shelved', place, lentAt: null, dueOn: null, isLate: null, feeFen: null });
    return;
  }
  const mine = books[which % Math.max(books.length, 1)];
  if (!mine || mine.state === 'gone') return;
  if (verb === 'lend' && mine.state === 'shelved') {
    await act('lend', { at, due }, mine.id);
    Object.assign(mine, { state: 'lent', lentAt: at, dueOn: due, isLate: null });
  } else if (verb === 'correct') {
    await act('correct', { place, at }, mine.id);
    Object.assign(mine, { place, lentAt: at });
  } else if (verb === 'give-back' && mine.state === 'lent') {
    await act('give-back', { late: isLate }, mine.id);
    Object.assign(mine, { state: 'shelved', isLate, feeFen: isLate ? '500' : '0' });
  } else if (verb === 'strike-off') {
    await act('strike-off', {}, mine.id);
    mine.state = 'gone';
  }
}

test('rollup and tail = count = length of the list = counting by hand, per day and place, at every moment', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const books: Book[] = [];
      // Books of earlier runs would count too: what is left of them is struck off past the ledger and the rollups.
      for (const table of ['library_book', 'ledger_rollup', 'ledger_rollup_month', 'ledger_mark'])
        await app.query(`delete from ${table}`, []);
      const [head] = await app.query('select n from ledger_head', []);
      for (const each of measures)
        await app.query('insert into ledger_mark (reader, seq) values ($1, $2)', [
          `rollup:${each.name}@1`,
          head!['n'],
        ]);
      for (const each of steps) {
        await take(books, each);
        for (const [which, dayOfBook, holds] of plainly) {
          const byHand = books.filter((one) => dayOfBook(one) && holds(one)).length;
          expect([await count(which, all), await listed(which, all)]).toEqual([byHand, byHand]);
        }
      }
      for (const [which, dayOfBook, holds] of plainly)
        for (const date of ['2019-12-31', '2020-01-01', '2020-01-02', '2020-02-28', '2020-02-29'] as Day[])
          for (const place of PLACES) {
            const place_ = which.by === null ? '' : place;
            const range: Range = { from: date, to: date, places: [place_] };
            const byHand = books.filter(
              (one) => dayOfBook(one) === date && holds(one) && (which.by === null || one.place === place),
            ).length;
            expect([await count(which, range), await listed(which, range)]).toEqual([byHand, byHand]);
          }
      // Whole months, days before and after them, and ranges that hold no whole month.
      for (const [from, to] of [
        ['2019-12-31', '2020-02-28'],
        ['2020-01-01', '2020-02-29'],
        ['2020-01-01', '2020-01-30'],
        ['2020-01-02', '2020-02-28'],
        ['2019-12-01', '2020-01-31'],
      ] as [Day, Day][])
        for (const [which, dayOfBook, holds] of plainly) {
          const byHand = books.filter((one) => {
            const on = dayOfBook(one);
            return on && on >= from && on <= to && holds(one);
          }).length;
          expect(await count(which, { from, to })).toBe(byHand);
        }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('what stands is everything up to the end of the time asked for, folded or not', async () => {
  const standing = measure(book, {
    name: 'library.lent-standing',
    title: '借出未还',
    basis: '截至期末仍借出的图书，按借出时间',
    on: 'lentAt',
    by: 'place',
    where: (row) => row('row.state', '=', 'lent'),
    isStanding: true,
  });
  for (const at of ['2019-11-05T02:00:00Z', '2020-01-10T02:00:00Z'])
    await act('lend', { at: at.replace('Z', '.000Z'), due: '2020-12-01' }, await buy('shelf'));
  const upTo = (text: string): Range => ({ ...on(text), places: ['shelf'] });
  const seen = async () => [
    await count(standing, upTo('2019-11-04')),
    await count(standing, upTo('2019-11-05')),
    await count(standing, { ...upTo('2020-12-31'), from: day('2020-01-01') }),
  ];
  expect(await seen()).toEqual([0, 1, 2]);
  while (await fold([standing]));
  expect(await seen()).toEqual([0, 1, 2]);
  expect(await listed(standing, upTo('2020-06-30'))).toBe(2);
});
