import { expect, test } from 'vitest';
import { eachAtOnce } from './at-once.ts';

test('each is done once, never more than so many under way', async () => {
  const done: number[] = [];
  let [underWay, most] = [0, 0];
  await eachAtOnce(
    Array.from({ length: 1000 }, (_, n) => n),
    async (n) => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      done.push(n);
    },
  );
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  expect(most).toBe(128);
});

test('a fault ends it, and is the fault of the whole', async () => {
  const work = (n: number): Promise<void> =>
    n === 3 ? Promise.reject(new Error('three')) : Promise.resolve();
  await expect(eachAtOnce([1, 2, 3, 4], work)).rejects.toThrow('three');
});
