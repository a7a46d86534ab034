import { expect, test } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { token } from './token.ts';

test.each([undefined, '', ' '])(
  'a token without a scope is refused before anything is opened: %j',
  (scope) => {
    const values = { role: ['ledger.auditor'], ...(scope === undefined ? {} : { scope }) };
    expect(() => token.run({ config: readConfig({}), values, positionals: [] })).toThrow(
      '请用 --scope 给出区划代码或机构标识；不限范围请写 --scope all',
    );
  },
);
