import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from '../modules.ts';
import { demoNames } from './demo/names.ts';
import { rolesOf } from './roles.ts';

test('the README lists the demo accounts that the program makes, in its order', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const list = readme.slice(readme.indexOf('| account | title |'));
  const listed = [...list.matchAll(/^\| `([\w-]+)` \| (\S+) \|$/gm)].map(([, account, title]) => [
    account,
    title,
  ]);
  const roles = rolesOf(modules);
  expect(listed).toEqual([...demoNames(roles)].map(([role, account]) => [account, roles.get(role)!.title]));
});
