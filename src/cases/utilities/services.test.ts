import { expect, test } from 'vitest';
import { servicesOf } from './services.ts';

test.each([
  ['君山自来水公司', [], ['water']],
  ['区有线电视公司', [], ['cable']],
  ['君山公用事业集团', [], []],
  ['君山公用事业集团', ['城区供水和排水', '管道燃气供应'], ['water', 'gas']],
  ['区燃气公司', ['管道燃气供应', '燃气设施抢修'], ['gas']],
  // A duty that names no service says nothing of what the firm connects.
  ['区供电公司', ['安全用能宣传'], ['power']],
])('%s with the duties %j connects %j', (name, remit, services) => {
  expect(servicesOf({ name, remit })).toEqual(services);
});
