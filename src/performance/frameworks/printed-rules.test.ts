import { expect, test } from 'vitest';
import { parseRule, printRule } from '../rules/index.ts';
import { yueyang2020 } from './shipped/yueyang-2020.ts';

test.each(yueyang2020.rows.map((row) => [row.path, row] as const))(
  '%s: the printed rule reads back',
  (_, row) => {
    const read = parseRule(printRule(row.rule), { full: row.weight, name: row.name });
    expect(read.rule).toEqual(row.rule);
  },
);
