import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lane, takeBatch, type Job } from './lane.ts';

const job = (rows: readonly string[], tables: readonly string[] = ['t'], key: string | null = null): Job => ({
  decision: { request: { key }, changes: rows.map((id) => ({ after: { id } })) } as never,
  tables,
  settle: () => undefined,
  fail: () => undefined,
});
const rowsOf = (jobs: readonly Job[]): readonly string[] =>
  jobs.flatMap((each) => each.decision.changes.map((change) => change.after.id));

test('two actions on one row or under one key never share a batch', () => {
  const queue = [job(['a']), job(['b']), job(['a']), job(['c'], ['t'], 'k'), job(['d'], ['t'], 'k')];
  expect(rowsOf(takeBatch(queue))).toEqual(['a', 'b', 'c']);
  expect(rowsOf(takeBatch(queue))).toEqual(['a', 'd']);
  expect(queue).toEqual([]);
});

test('a job that waits is not overtaken on its other rows', () => {
  const queue = [job(['a']), job(['a', 'b']), job(['b'])];
  expect(rowsOf(takeBatch(queue))).toEqual(['a']);
  expect(rowsOf(takeBatch(queue))).toEqual(['a', 'b']);
  expect(rowsOf(takeBatch(queue))).toEqual(['b']);
});

test('a batch spans at most four tables, except that one action is always taken', () => {
  const queue = [
    job(['a'], ['1', '2']),
    job(['b'], ['3', '4']),
    job(['c'], ['5']),
    job(['d'], ['1', '2', '3', '4', '5', '6']),
  ];
  expect(rowsOf(takeBatch(queue))).toEqual(['a', 'b']);
  expect(rowsOf(takeBatch(queue))).toEqual(['c']);
  expect(rowsOf(takeBatch(queue))).toEqual(['d']);
});

test('every job is taken exactly once, those on one row in their order', () => {
  const row = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(row, { minLength: 1, maxLength: 3 }), { maxLength: 40 }),
      (wishes) => {
        const jobs = wishes.map((rows) => job(rows));
        const queue = [...jobs];
        const taken: Job[] = [];
        while (queue.length > 0) taken.push(...takeBatch(queue));
        expect(new Set(taken)).toEqual(new Set(jobs));
        for (const name of ['a', 'b', 'c', 'd']) {
          const having = (all: readonly Job[]): readonly Job[] =>
            all.filter((each) => rowsOf([each]).includes(name));
          expect(having(taken)).toEqual(having(jobs));
        }
      },
    ),
  );
});

test('a refused batch is run one by one, and only the guilty job fails', async () => {
  const outcomes: string[] = [];
  const named = (name: string): Job => ({
    ...job([name]),
    settle: (won) => void outcomes.push(`${name} ${won}`),
    fail: () => void outcomes.push(`${name} failed`),
  });
  const write = (jobs: readonly Job[]): Promise<ReadonlySet<Job>> =>
    rowsOf(jobs).includes('bad') ? Promise.reject(new Error('23505')) : Promise.resolve(new Set(jobs));
  const queue = lane(write, () => true);
  for (const name of ['a', 'bad', 'c']) queue.add(named(name));
  await queue.idle();
  expect(outcomes).toEqual(['a true', 'bad failed', 'c true']);
});

test('when the outcome is unknown nothing is run again: it may have happened', async () => {
  const sizes: number[] = [];
  const failed: string[] = [];
  const queue = lane(
    (jobs) => {
      sizes.push(jobs.length);
      return Promise.reject(new Error('08006'));
    },
    () => false,
  );
  for (const name of ['a', 'b']) queue.add({ ...job([name]), fail: () => void failed.push(name) });
  await queue.idle();
  expect(sizes).toEqual([2]);
  expect(failed).toEqual(['a', 'b']);
});
