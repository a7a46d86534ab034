import { expect, test } from 'vitest';
import { coalesced } from './coalesce.ts';

/** Work whose ends the test gives; it answers with the number of its run. */
function staged() {
  const ends: ((fault?: Error) => void)[] = [];
  const ask = coalesced(() => {
    const run = ends.length + 1;
    return new Promise<number>((give, fail) => {
      ends.push((fault) => (fault ? fail(fault) : give(run)));
    });
  });
  return { ask, ends };
}

test('whoever asks while it runs shares one further run that begins later', async () => {
  const { ask, ends } = staged();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]!();
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]!();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
});

test('a run that fails takes only those with it who waited for it', async () => {
  const { ask, ends } = staged();
  const first = ask();
  const second = ask();
  ends[0]!(new Error('away'));
  await expect(first).rejects.toThrow('away');
  ends[1]!();
  expect(await second).toBe(2);
});

test('after the last run the next one begins at once', async () => {
  const { ask, ends } = staged();
  const first = ask();
  ends[0]!();
  await first;
  const second = ask();
  ends[1]!();
  expect(await second).toBe(2);
});
