import { expect, test } from 'vitest';
import { choose, hashPassword, isPassword, remembered } from './hashing.ts';
import { passwordFaults } from './rules.ts';

test.each([
  ['Zhuzi-huakai-27', 0],
  ['chunjiang-shui', 0], // two classes, but 14 characters
  ['Xy7-gate', 0], // 8 characters of four classes
  ['xy7-gates', 0], // 9 characters of three: small letters, digit, sign
  ['xygates77', 1], // 9 of two
  ['Xy7-gat', 1], // 7 characters
  ['长江两岸稻花香又开了', 0], // ten characters are ten characters
  ['长江两岸稻花香', 1],
  ['x-Clerk01-ok', 1], // contains the account's name
  ['P@ssw0rd2020!', 1], // password in disguise
  ['yueyang2020', 1],
  ['qwertyuiop', 1],
  ['1234567890', 1],
  ['aaaaaaaaaaaa', 1],
  ['ababababab12', 1], // four different characters
])('the password %s has %i faults', (password, faults) => {
  expect(passwordFaults(password, 'clerk01')).toHaveLength(faults);
});

test('a password fits its hash in either way of writing accents, and nobody fits an account without one', async () => {
  const stored = await hashPassword('Zürich-am-See-9');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(stored, 'Zu\u0308rich-am-See-9')).toBe(true);
  expect(await isPassword(stored, 'Zurich-am-See-9')).toBe(false);
  expect(await isPassword(null, 'anything')).toBe(false);
});

test('the last five passwords and the current one may not come back, the one before may', async () => {
  const all = ['one-1-One', 'two-2-Two', 'three-3', 'four-4-Four', 'five-5', 'six-6-Six', 'seven-7'];
  const keeper: { password: string | null; formerPasswords: string | null } = {
    password: null,
    formerPasswords: null,
  };
  for (const each of all) {
    keeper.formerPasswords = remembered(keeper);
    keeper.password = await hashPassword(each);
  }
  const reused = await Promise.all(all.map(async (each) => (await choose(each, keeper)).isReused));
  expect(reused).toEqual([false, true, true, true, true, true, true]);
});
