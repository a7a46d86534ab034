import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heap } from './heap.ts';

test('whatever order they come in, they leave by time, and those of one time as they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const queue = heap<readonly [number, number]>();
      times.forEach((at, n) => queue.add(at, [at, n]));
      const left = times.map(() => queue.take()!);
      expect(left).toEqual(times.map((at, n) => [at, n]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
      expect(queue.take()).toBeUndefined();
      expect(queue.nextAt()).toBe(Infinity);
    }),
  );
});
