import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAction } from '#lib/app.ts';
import type { Assembled } from '#lib/assemble.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { writingsOf } from '#lib/testing/writings.ts';
import { instant } from '#lib/time.ts';
import { library } from './testing/library.ts';
import { verifyApp } from './verify.ts';

const clerk = someone('甲', ['librarian']);
const LENT = '2020-01-20T10:00:00.000Z';
let app: Assembled;
let act: ReturnType<typeof acting>;
beforeAll(async () => {
  app = await testApp([ledgerTables, library], { now: () => instant('2020-01-23T09:00:00+08:00') });
  act = acting(app);
});
afterAll(() => app.close());

const bought = async (): Promise<string> =>
  (await act(clerk, 'library-book.buy', { place: 'a', title: '论语' })).row.id;
const lend = (id: string, at: string, key: string | null = null) =>
  app.engine.perform({
    action: getAction(app, 'library-book', 'lend'),
    id,
    input: { at, due: '2020-02-20' },
    by: clerk,
    now: app.now(),
    key,
    ifMatch: null,
  });
const entriesOf = (id: string) =>
  app.query("select details, changes from ledger_entry where subject = $1 and action = 'lend'", [id]);
/** What a lending left behind, without what is each book's own. */
const left = async (id: string) => {
  const [entry] = await entriesOf(id);
  const [row] = await app.query('select lent_at, due_on from library_book where id = $1', [id]);
  const [own] = entry!['changes'] as { readonly digest: string }[];
  return { details: entry!['details'], change: { ...own, id: '', digest: '' }, row };
};

test('any writing of one instant leaves the same row and the same entry, and the ledger holds', async () => {
  const plain = await bought();
  await lend(plain, LENT);
  const expected = await left(plain);
  expect(expected.details).toMatchObject({ at: LENT });
  expect(expected.row).toMatchObject({ lent_at: LENT });
  await fc.assert(
    fc.asyncProperty(writingsOf(instant(LENT)), async (written) => {
      const id = await bought();
      const { text, row } = await lend(id, written);
      expect(row).toMatchObject({ lentAt: LENT });
      expect(JSON.parse(text)).toMatchObject({ lentAt: LENT });
      expect(await left(id)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
  expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
});

test('the same moment written otherwise under one key is the same wish; another moment is not', async () => {
  const id = await bought();
  const first = await lend(id, '2020-01-20T18:00:00+08:00', 'lend-1');
  const again = await lend(id, '2020-01-20T10:00:00Z', 'lend-1');
  expect(again).toMatchObject({ isRepeat: true, text: first.text });
  expect(await entriesOf(id)).toHaveLength(1);
  await expect(lend(id, '2020-01-20T18:00:00Z', 'lend-1')).rejects.toMatchObject({ code: 'lib.key-reused' });
});

test('a moment or a day that no record can have is refused at its field, whoever asks', async () => {
  const id = await bought();
  await expect(lend(id, '0001-01-01T00:00:00Z')).rejects.toMatchObject({
    code: 'lib.shape',
    fields: [{ path: 'at' }],
  });
  await expect(act(clerk, 'library-book.lend', { at: LENT, due: '0001-01-01' }, id)).rejects.toMatchObject({
    code: 'lib.shape',
    fields: [{ path: 'due' }],
  });
  expect(await entriesOf(id)).toEqual([]);
});
