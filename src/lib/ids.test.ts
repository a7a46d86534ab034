import { expect, test } from 'vitest';
import { isUuid, uuidv7 } from './ids.ts';

test('ids of one millisecond sort as they were made', () => {
  const ids = Array.from({ length: 3000 }, () => uuidv7(1_600_000_000_000));
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test('more than a millisecond holds borrow the next one, and those asked for in it follow them', () => {
  const at = 1_600_000_001_000;
  const ids = [
    ...Array.from({ length: 9000 }, () => uuidv7(at)),
    uuidv7(at + 1),
    uuidv7(at + 2),
    uuidv7(at + 9),
  ];
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
