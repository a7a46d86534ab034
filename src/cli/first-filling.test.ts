import { expect, test } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { firstFilling } from './first-filling.ts';

test.each([
  ['proves', undefined, 'nothing'],
  ['shows', undefined, 'demonstration'],
  ['writes', undefined, 'demonstration'],
  ['founds', undefined, 'foundation'],
  ['shows', 'junshan', 'demonstration'],
  ['proves', 'imp2', 'nothing'],
  ['shows', 'imp2', 'nothing'],
  ['writes', 'imp2', 'foundation'],
  ['founds', 'imp2', 'foundation'],
] as const)('a command that %s, on an untouched tenant called %s, finds %s', (purpose, tenant, filling) => {
  expect(firstFilling(purpose, readConfig({ YICHUANG_TENANT: tenant }))).toBe(filling);
});
