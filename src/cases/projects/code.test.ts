import { expect, test } from 'vitest';
import { isProjectCode } from './code.ts';

test.each([
  ['2020-430611-76-03-012345', true], // by year
  ['2107-430611-04-01-123456', true], // by year and month
  ['2113-430611-04-01-123456', false], // no thirteenth month, and no year of ours
  ['1999-430611-76-03-012345', false], // 19 is a year of 2019, 99 no month
  ['2020-430611-76-03-01234', false], // 23 signs
  ['2020430611760301234500000', false],
])('project code %s: %s', (code, isRight) => {
  expect(isProjectCode(code)).toBe(isRight);
});
