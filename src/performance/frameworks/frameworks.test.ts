import { expect, test } from 'vitest';
import { compareFrameworks } from './compare.ts';
import { shippedFrameworks } from './shipped/index.ts';
import { yueyang2020 } from './shipped/yueyang-2020.ts';
import { weightFaults } from './weights.ts';

test('the form of 2020 has 25 rows whose weights add up to 100 and to every printed group', () => {
  expect(yueyang2020.rows).toHaveLength(25);
  expect(weightFaults(yueyang2020)).toEqual([]);
});

test('paths are unique in every shipped form', () => {
  for (const form of Object.values(shippedFrameworks))
    expect(new Set(form.rows.map((row) => row.path)).size).toBe(form.rows.length);
});

test('a weight that no longer adds up is named with both sums', () => {
  const rows = yueyang2020.rows.map((row) => (row.name === '预算调整率' ? { ...row, weight: '4' } : row));
  expect(weightFaults({ ...yueyang2020, rows })).toEqual([
    { path: '', printed: '100', added: '101' },
    { path: '过程', printed: '40', added: '41' },
    { path: '过程/预算执行', printed: '15', added: '16' },
  ]);
});

test('a new year shows which row is new, gone, or weighs otherwise', () => {
  const rows = yueyang2020.rows
    .filter((row) => row.name !== '支付进度')
    .map((row) => (row.name === '资金结余' ? { ...row, weight: '6' } : row));
  expect(compareFrameworks(yueyang2020, { ...yueyang2020, rows })).toEqual([
    { path: '过程/预算执行/资金结余', part: 'weight', before: '3', after: '6' },
    { path: '过程/预算执行/支付进度', part: 'row', before: '支付进度', after: null },
  ]);
});

test('a form compared with itself shows no change', () => {
  expect(compareFrameworks(yueyang2020, yueyang2020)).toEqual([]);
});
