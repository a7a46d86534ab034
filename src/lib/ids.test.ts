import { expect, test } from 'vitest';
import { isUuid, uuidv7 } from './ids.ts';

test('ids of one millisecond sort as they were made', () => {
  const ids = Array.from({ length: 3000 }, () => uuidv7(1_600_000_000_000));
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});
