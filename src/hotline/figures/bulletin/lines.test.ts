import { expect, test } from 'vitest';
import { findCount, reachedIn } from './lines.ts';

test('thirty calls of which two were not taken are twenty-eight', () => {
  const tally = new Map([
    [findCount('hotline.called-back')!, 30n],
    [findCount('hotline.call-back-not-reached')!, 2n],
  ]);
  expect(reachedIn(tally)).toBe(28n);
  expect(reachedIn(new Map())).toBe(0n);
});
