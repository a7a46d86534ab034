import { expect, test } from 'vitest';
import { pace } from './pace.ts';

test('three in a second are allowed, the fourth waits for the next second, another person does not wait', () => {
  const clock = { at: 0 };
  const allowed = pace({ most: 3, inMs: 1000 }, () => clock.at);
  for (let n = 0; n < 3; n++) allowed('a');
  expect(() => allowed('a')).toThrow('lib.too-many');
  allowed('b');
  clock.at = 1000;
  allowed('a');
});
