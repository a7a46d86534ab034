import { expect, test } from 'vitest';
import { withDirectoryLock } from './lock.ts';

const tick = () => new Promise((go) => setImmediate(go));

test('one at a time, and all in the end', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, (inside += 1));
    await tick();
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withDirectoryLock('/lock-test/a', 10, work)));
  expect(most).toBe(1);
});

test('directories do not wait for each other', async () => {
  const inner = () => withDirectoryLock('/lock-test/c', 0, async () => 'in');
  expect(await withDirectoryLock('/lock-test/b', 0, inner)).toBe('in');
});

test('who waits too long is refused', async () => {
  const again = () => withDirectoryLock('/lock-test/d', 0, async () => 'never');
  await expect(withDirectoryLock('/lock-test/d', 0, again)).rejects.toMatchObject({
    code: 'db.lock-timeout',
  });
});

test('a failure frees the lock', async () => {
  await expect(withDirectoryLock('/lock-test/e', 0, () => Promise.reject(new Error('x')))).rejects.toThrow(
    'x',
  );
  expect(await withDirectoryLock('/lock-test/e', 0, async () => 'free')).toBe('free');
});
