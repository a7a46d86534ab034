import { setImmediate as turnEnds } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askedTogether } from './asked-together.ts';

const query = (): never => {
  throw new Error('nothing here asks the database');
};
/** A reading that tells what stands in the world when it begins, and ends when it is let. */
function world() {
  const begun: { readonly saw: number; readonly end: () => void; readonly fail: () => void }[] = [];
  const state = { value: 0 };
  const read = (): Promise<number> =>
    new Promise((give, fail) => {
      const saw = state.value;
      begun.push({ saw, end: () => give(saw), fail: () => fail(new Error('lost')) });
    });
  return { begun, state, read };
}

test('who asks the same in one turn is answered by one reading', async () => {
  const { begun, read } = world();
  const of = query.bind(null);
  const answers = [1, 2, 3].map(() => askedTogether(of, 'list', read));
  await turnEnds();
  expect(begun).toHaveLength(1);
  begun[0]!.end();
  expect(await Promise.all(answers)).toEqual([0, 0, 0]);
});

test('who asks after a reading has begun is not given what it saw: a change in between is seen', async () => {
  const { begun, state, read } = world();
  const of = query.bind(null);
  const early = askedTogether(of, 'list', read);
  await turnEnds();
  state.value = 1;
  const late = [1, 2].map(() => askedTogether(of, 'list', read));
  await turnEnds();
  expect(begun).toHaveLength(1);
  begun[0]!.end();
  expect(await early).toBe(0);
  await turnEnds();
  expect(begun.map(({ saw }) => saw)).toEqual([0, 1]);
  begun[1]!.end();
  expect(await Promise.all(late)).toEqual([1, 1]);
});

test('nothing is kept: the next question is read anew', async () => {
  const { begun, state, read } = world();
  const of = query.bind(null);
  const first = askedTogether(of, 'list', read);
  await turnEnds();
  begun[0]!.end();
  await first;
  state.value = 7;
  const second = askedTogether(of, 'list', read);
  await turnEnds();
  begun[1]!.end();
  expect(await second).toBe(7);
});

test('another question, or the same of another database or transaction, is another reading', async () => {
  const { begun, read } = world();
  const [of, another] = [query.bind(null), query.bind(null)];
  const asked = [
    askedTogether(of, 'list', read),
    askedTogether(of, 'list of the south', read),
    askedTogether(another, 'list', read),
  ];
  await turnEnds();
  expect(begun).toHaveLength(3);
  for (const { end } of begun) end();
  await Promise.all(asked);
});

test('a reading that fails is the fault of those who waited for it, and of nobody later', async () => {
  const { begun, read } = world();
  const of = query.bind(null);
  const lost = [1, 2].map(() => askedTogether(of, 'list', read));
  await turnEnds();
  const later = askedTogether(of, 'list', read);
  begun[0]!.fail();
  for (const each of lost) await expect(each).rejects.toThrow('lost');
  await turnEnds();
  begun[1]!.end();
  expect(await later).toBe(0);
});
