import { setImmediate as turnEnds } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gathered } from './gathered.ts';

/** A table that tells what it was asked, and answers when it is let. */
function table(rows: Record<string, number>, most = 3) {
  const asked: { readonly keys: readonly string[]; readonly end: () => void; readonly fail: () => void }[] =
    [];
  const get = gathered<number>(
    (keys) =>
      new Promise((give, fail) => {
        const found = new Map(keys.flatMap((key) => (key in rows ? [[key, rows[key]!] as const] : [])));
        asked.push({ keys, end: () => give(found), fail: () => fail(new Error('lost')) });
      }),
    most,
  );
  return { rows, asked, get };
}

test('what is asked in one turn is read together, each key once', async () => {
  const { asked, get } = table({ a: 1, b: 2 });
  const answers = ['a', 'b', 'a'].map(get);
  await turnEnds();
  expect(asked.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  asked[0]!.end();
  expect(await Promise.all(answers)).toEqual([1, 2, 1]);
});

test('who asks while a reading is on its way is not given what it saw', async () => {
  const { rows, asked, get } = table({ a: 1 });
  const early = get('a');
  await turnEnds();
  rows['a'] = 5;
  const late = get('a');
  asked[0]!.end();
  expect(await early).toBe(1);
  await turnEnds();
  asked[1]!.end();
  expect(await late).toBe(5);
});

test('no reading is larger than it may be, and what is not there is undefined', async () => {
  const { asked, get } = table({ a: 1, c: 3, e: 5 }, 2);
  const answers = ['a', 'b', 'c', 'd', 'e'].map(get);
  for (let n = 0; n < 3; n++) {
    await turnEnds();
    asked[n]!.end();
  }
  expect(await Promise.all(answers)).toEqual([1, undefined, 3, undefined, 5]);
  expect(asked.map(({ keys }) => keys)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('a reading that fails is the fault of those who waited for it, and the next one is read', async () => {
  const { asked, get } = table({ a: 1 });
  const lost = get('a');
  await turnEnds();
  const later = get('a');
  asked[0]!.fail();
  await expect(lost).rejects.toThrow('lost');
  await turnEnds();
  asked[1]!.end();
  expect(await later).toBe(1);
});
