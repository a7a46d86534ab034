import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { birth } from '#lib/action/action.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction } from '#lib/app.ts';
import type { Assembled } from '#lib/assemble.ts';
import { logTo } from '#lib/log.ts';
import { module, type Reaction } from '#lib/module.ts';
import { Refusal, refusals, refuse } from '#lib/refusal.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledger } from './index.ts';
import { runReactions } from './loops.ts';
import { book, library } from './testing/library.ts';

refusals({ 'library.full': { status: 422, message: '{place} 馆已满', next: '请腾出书架' } });

/** A second copy of every book that is struck off, unless the place is full. */
const replace = birth(book, {
  name: 'replace',
  title: '补购',
  may: { librarian: 'place' },
  hidden: true,
  to: ['shelved'],
  input: Type.Object({ place: Type.String(), title: Type.String() }),
  decide: ({ input }) => {
    if (input.place === 'full') refuse('library.full', { place: input.place });
    return { state: 'shelved', place: input.place, title: input.title };
  },
});
const weather = { isDown: false, isBroken: false };
const replacing: Reaction = {
  name: 'library.replace',
  after: 'library-book.strike-off',
  react: async ({ subject }, app) => {
    if (weather.isDown) throw new Refusal('lib.busy');
    if (weather.isBroken) throw new TypeError('x is not a function');
    const [old] = await app.query('select place, title from library_book where id = $1', [subject]);
    await app.engine.perform({
      action: getAction(app, 'library-book', 'replace'),
      id: null,
      input: { place: old!['place'], title: `${old!['title'] as string}（补）` },
      by: someone('谁也不是'),
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  },
};
const replacer = module({ name: 'replacer', title: '补购', actions: [replace], reactions: [replacing] });

const clerk = someone('甲', ['librarian']);
let app: Assembled;
beforeAll(async () => {
  const made = await testApp([ledger, library, replacer]);
  app = { ...made, log: logTo({ write: () => undefined, now: () => new Date(0) }) };
  await runReactions(app);
});
afterAll(() => app.close());
beforeEach(() => Object.assign(weather, { isDown: false, isBroken: false }));

const strikeOff = async (title: string, place = 'a'): Promise<string> => {
  const act = acting(app);
  const { id } = (await act(clerk, 'library-book.buy', { place, title })).row;
  await act(clerk, 'library-book.strike-off', {}, id);
  return id;
};
const copies = async (title: string): Promise<number> =>
  (await app.query('select id from library_book where title = $1', [`${title}（补）`])).length;
const mark = async (): Promise<number> =>
  Number(
    (await app.query("select seq from ledger_mark where reader = 'reaction:library.replace'", []))[0]!['seq'],
  );
const head = async (): Promise<number> => Number((await app.query('select n from ledger_head', []))[0]!['n']);
const followUps = async (subject: string) =>
  app.query('select title, why, state, entry, subject_noun, reaction from follow_up where subject = $1', [
    subject,
  ]);

test('a reaction answers an entry once, as the system', async () => {
  await strikeOff('论语');
  await runReactions(app);
  await runReactions(app);
  expect(await copies('论语')).toBe(1);
  const [entry] = await app.query("select person from ledger_entry where action = 'replace'", []);
  expect(entry!['person']).toBe(SYSTEM.id);
  expect(await mark()).toBe(await head());
});

test('after a crash between effect and mark the repeat does nothing', async () => {
  const before = await mark();
  await strikeOff('孟子');
  await runReactions(app);
  await app.query("update ledger_mark set seq = $1 where reader = 'reaction:library.replace'", [before]);
  await runReactions(app);
  expect(await copies('孟子')).toBe(1);
});

test('a refused reaction becomes something for a person to do, once', async () => {
  const before = await mark();
  const id = await strikeOff('大学', 'full');
  await runReactions(app);
  await app.query("update ledger_mark set seq = $1 where reader = 'reaction:library.replace'", [before]);
  await runReactions(app);
  expect(await copies('大学')).toBe(0);
  expect(await followUps(id)).toEqual([
    {
      title: '图书的后续处理未能自动完成',
      why: 'full 馆已满。请腾出书架',
      state: 'open',
      entry: expect.stringMatching(/^\d+$/),
      subject_noun: 'library-book',
      reaction: 'library.replace',
    },
  ]);
});

test('what may pass by itself is tried again and loses nothing', async () => {
  weather.isDown = true;
  const id = await strikeOff('中庸');
  const before = await mark();
  await runReactions(app);
  expect([await copies('中庸'), await followUps(id)]).toEqual([0, []]);
  expect(await mark()).toBeGreaterThanOrEqual(before);
  weather.isDown = false;
  await runReactions(app);
  expect([await copies('中庸'), await followUps(id)]).toEqual([1, []]);
});

test('a fault of the program does not stop the others, and is told to a person', async () => {
  weather.isBroken = true;
  const id = await strikeOff('诗经');
  await runReactions(app);
  weather.isBroken = false;
  await strikeOff('尚书');
  await runReactions(app);
  expect(await followUps(id)).toMatchObject([{ why: '系统故障。请联系管理员查看日志' }]);
  expect([await copies('诗经'), await copies('尚书')]).toEqual([0, 1]);
});

test('a person finishes it with what was done', async () => {
  const id = await strikeOff('周易', 'full');
  await runReactions(app);
  const [open] = await app.query('select id from follow_up where subject = $1', [id]);
  const steward = someone('乙', ['ledger.steward']);
  const done = await acting(app)(
    steward,
    'follow-up.finish',
    { outcome: '已另行购入' },
    open!['id'] as string,
  );
  expect(done.row.state).toBe('done');
});

test('a new reaction begins with what happens from then on', async () => {
  const seen: string[] = [];
  const watching: Reaction = {
    name: 'library.watch',
    after: 'library-book.buy',
    react: ({ subject }) => Promise.resolve(void seen.push(subject)),
  };
  const later = {
    ...app,
    modules: [...app.modules, module({ name: 'w', title: '', reactions: [watching] })],
  };
  await runReactions(later);
  const bought = await acting(app)(clerk, 'library-book.buy', { place: 'a', title: '春秋' });
  await runReactions(later);
  expect(seen).toEqual([bought.row.id]);
});

test('what no reaction waits for moves every mark in one round', async () => {
  const before = await mark();
  await acting(app)(clerk, 'library-book.buy', { place: 'a', title: '易经' });
  await runReactions(app);
  expect(await mark()).toBe(await head());
  expect(await mark()).toBe(before + 1);
});
