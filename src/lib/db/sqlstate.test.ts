import { expect, test } from 'vitest';
import { constraintOf, databaseFault, sqlstateOf } from './sqlstate.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['23505', 'unique'],
  ['40001', 'serialization'],
  ['40P01', 'deadlock'],
  ['55P03', 'lock-timeout'],
  ['08006', 'outcome-unknown'],
  ['57P01', 'outcome-unknown'],
  ['57P03', 'unavailable'],
  ['42501', 'privilege'],
  ['22P02', 'other'],
])('%s is %s', (code, fault) => {
  expect(databaseFault(coded(code))).toBe(fault);
});

test.each([
  ['Connection terminated unexpectedly', 'outcome-unknown'],
  ['Connection terminated due to connection timeout', 'unavailable'],
  ['timeout exceeded when trying to connect', 'unavailable'],
  ['something else', 'other'],
])('the driver’s own “%s” is %s', (message, fault) => {
  expect(databaseFault(new Error(message))).toBe(fault);
});

test('what is no error has no code', () => {
  expect([sqlstateOf('23505'), databaseFault(undefined), constraintOf(null)]).toEqual([
    undefined,
    'other',
    undefined,
  ]);
});

test('the violated constraint is named', () => {
  expect(constraintOf(Object.assign(new Error('x'), { constraint: 'case_number_key' }))).toBe(
    'case_number_key',
  );
});
