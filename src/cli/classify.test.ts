import { expect, test } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { classify } from './classify.ts';

test.each(['1', '21', '2.5', 'fünf'])('%s folds are refused', async (folds) => {
  const values = { evaluate: import.meta.filename, folds };
  await expect(classify.run({ config: readConfig({}), values, positionals: [] })).rejects.toThrow(
    '--folds 应为 2 到 20 的整数',
  );
});
