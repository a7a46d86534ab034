import { expect, test } from 'vitest';
import { accountNamed, namelessUid } from './account.ts';
import { parsePostmaster } from './postmaster.ts';
import { commandLine, livingProcess, processesIn } from './processes.ts';

const passwd =
  'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\npostgres:x:101:104::/:/bin/sh\n';

test('the first name that exists is taken', () => {
  expect(accountNamed(passwd, ['postgres', 'nobody'])).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  expect(accountNamed(passwd, ['pgsql', 'nobody'])).toEqual({ name: 'nobody', uid: 65_534, gid: 65_533 });
});

test('a machine without either has nobody all the same', () => {
  expect(accountNamed('', ['postgres', 'nobody'])).toEqual({ name: 'nobody', uid: 65_534, gid: 65_534 });
});

test('a user without a name is known by number', () => {
  expect(namelessUid({ name: 'root', uid: 0, gid: 0 })).toBeUndefined();
  expect(namelessUid({ name: '2345678', uid: 2_345_678, gid: 0 })).toBe(2_345_678);
  expect(namelessUid(undefined)).toBeUndefined();
});

test('a pid file is read as far as it is written', () => {
  const whole = '41\n/d/cluster\n1600000000\n5433\n\n127.0.0.1\n  1 2\nready   \n';
  expect(parsePostmaster(whole)).toEqual({ pid: 41, port: 5433, status: 'ready' });
  expect(parsePostmaster('41\n/d/cluster\n')).toEqual({ pid: 41, port: 0, status: '' });
  expect(parsePostmaster('')).toBeUndefined();
  expect(parsePostmaster('-5\n')).toBeUndefined();
});

test('a process is itself by pid and birth', () => {
  expect(livingProcess(process.pid)).toMatch(new RegExp(`^${process.pid}\\.\\d+$`));
  expect(livingProcess(999_999_999)).toBeUndefined();
  expect(commandLine(process.pid).length).toBeGreaterThan(0);
  expect(commandLine(999_999_999)).toEqual([]);
  expect(processesIn(process.cwd())).toContain(process.pid);
});
