/* A small library to try the ledger on: books are bought, lent (also learned of late), corrected, given back, struck off. */
import { join } from 'node:path';
import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { bigint, day, flag, instant, prose, text } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { measure, rate } from '#lib/measure.ts';
import { module } from '#lib/module.ts';
import type { Day, Instant } from '#lib/time.ts';

export const book = noun({
  name: 'library-book',
  as: 'book',
  path: 'library-books',
  title: '图书',
  states: { shelved: '在架', lent: '借出', gone: '注销' },
  columns: {
    place: text('馆').measured(),
    title: text('书名'),
    lentAt: instant('借出时间').orNull().measured(),
    dueOn: day('应还日').orNull().measured(),
    isLate: flag('逾期').orNull().measured(),
    feeFen: bigint('费用').orNull().measured(),
    remark: prose('备注').orNull(),
  },
  series: 'TS',
  see: { librarian: 'place', reader: 'anyone' },
  filters: ['place'],
  searched: ['title'],
});

const Place = Type.String({ title: '馆', maxLength: 20 });
const At = Type.String({ title: '时间', format: 'date-time' });
const buy = birth(book, {
  name: 'buy',
  title: '购入',
  may: { librarian: 'place' },
  to: ['shelved'],
  input: Type.Object({
    place: Place,
    title: Type.String({ title: '书名', maxLength: 50 }),
    remark: Type.Optional(Type.String({ title: '备注', maxLength: 2000, keep: 'prose' })),
  }),
  decide: ({ input }) => ({
    state: 'shelved',
    place: input.place,
    title: input.title,
    remark: input.remark ?? null,
  }),
});
const lend = action(book, {
  name: 'lend',
  title: '借出',
  may: { librarian: 'place' },
  from: ['shelved'],
  to: ['lent'],
  input: Type.Object({ at: At, due: Type.String({ title: '应还日', format: 'date' }) }),
  decide: ({ input }) => ({
    state: 'lent',
    lentAt: input.at as Instant,
    dueOn: input.due as Day,
    isLate: null,
  }),
});
/** What was written wrongly is put right: the figures of the old day and place go down by themselves. */
const correct = action(book, {
  name: 'correct',
  title: '更正',
  may: { librarian: 'place' },
  from: ['shelved', 'lent'],
  to: ['shelved', 'lent'],
  input: Type.Object({ place: Place, at: At }),
  decide: ({ book: mine, input }) => ({ state: mine.state, place: input.place, lentAt: input.at as Instant }),
});
const giveBack = action(book, {
  name: 'give-back',
  title: '归还',
  may: { librarian: 'place' },
  from: ['lent'],
  to: ['shelved'],
  input: Type.Object({ late: Type.Boolean({ title: '逾期' }) }),
  decide: ({ input }) => ({ state: 'shelved', isLate: input.late, feeFen: input.late ? '500' : '0' }),
});
const strikeOff = action(book, {
  name: 'strike-off',
  title: '注销',
  may: { librarian: 'place' },
  from: ['shelved', 'lent'],
  to: ['gone'],
  input: Type.Object({}),
  decide: () => ({ state: 'gone' }),
});

/** Books of the day on which they were last lent, struck-off ones left out. */
export const lendings = measure(book, {
  name: 'library.lendings',
  title: '借出量',
  basis: '最近一次借出在当日、未注销的图书',
  on: 'lentAt',
  by: 'place',
  where: (row) => row('row.state', '!=', 'gone'),
});
export const late = measure(book, {
  name: 'library.late',
  title: '逾期量',
  basis: '最近一次借出在当日、未注销且逾期归还的图书',
  on: 'lentAt',
  by: 'place',
  where: (row) => row.and([row('row.state', '!=', 'gone'), row('row.isLate', '=', true)]),
});
/** By a day, without a place, and over money. */
export const charged = measure(book, {
  name: 'library.charged',
  title: '收费量',
  basis: '应还日在当日、收取费用的图书',
  on: 'dueOn',
  where: (row) => row('row.feeFen', '>', '0'),
});
export const lateRate = rate({
  name: 'library.late-rate',
  title: '逾期率',
  basis: '逾期量 ÷ 借出量',
  numerator: late,
  denominator: lendings,
});

export const library = module({
  name: 'library',
  title: '图书馆',
  migrations: join(import.meta.dirname, 'library'),
  nouns: [book],
  actions: [buy, lend, correct, giveBack, strikeOff],
  measures: [lendings, late, charged, lateRate],
  roles: { librarian: { title: '馆员', scope: 'region' }, reader: { title: '读者', scope: 'tenant' } },
});
